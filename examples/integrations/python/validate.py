#!/usr/bin/env python3
"""Validates documents against the JSON Schemas in a folder such as schema/v1.

    validate.py SCHEMAS FILE [--kind KIND]

A document says its kind and its schemaVersion, and the schema follows from these two: the strict one for the version
that the schemas describe, the lenient one for a later minor version, whose further members are let pass. A record of a
draw or of a plan says neither; --kind names it.

Exit status: 0 valid, 1 not valid, 2 could not tell. Needs python3-jsonschema 4.10 or later.
"""

import argparse
import datetime
import json
import pathlib
import re
import sys

from jsonschema import Draft202012Validator, FormatChecker

KINDS = ("program", "fieldwork", "engagement", "conclusions", "deliverable")
RECORDS = ("selection", "plan", "frequency-table")
MAJOR, MINOR = 1, 0  # the version of the schemas

formats = FormatChecker()


@formats.checks("date-time", raises=ValueError)
def is_moment(value):
    """Asserts a format that jsonschema leaves alone where no further package is installed."""
    return not isinstance(value, str) or bool(datetime.datetime.strptime(value, "%Y-%m-%dT%H:%M:%SZ"))


class Refused(Exception):
    """No schema of this folder can judge the document."""


def load(text):
    """Returns the JSON value of a text. No schema sees that a member was given twice, so it is refused here."""

    def members(pairs):
        names = [name for name, _ in pairs]
        twice = {name for name in names if names.count(name) > 1}
        if twice:
            raise Refused(f"members given twice: {', '.join(sorted(twice))}")
        return dict(pairs)

    def constant(name):
        raise Refused(f"{name} is no JSON")

    return json.loads(text, object_pairs_hook=members, parse_constant=constant)


def schema_name(document, kind=None):
    """Returns the name of the schema file that judges a document."""
    if kind in RECORDS:
        return f"{kind}.schema.json"
    if not isinstance(document, dict):
        raise Refused("an object was expected")
    said = document.get("kind")
    if said not in KINDS:
        raise Refused(f"/kind: {said!r} is none of {', '.join(KINDS)}")
    version = re.fullmatch(r"(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)", str(document.get("schemaVersion")))
    if not version or int(version[1]) != MAJOR:
        raise Refused(f"/schemaVersion: {document.get('schemaVersion')!r} is no version {MAJOR}.x")
    return f"{said}.lenient.schema.json" if int(version[2]) > MINOR else f"{said}.schema.json"


def pointer(path):
    """Returns a path as a JSON Pointer (RFC 6901); the whole document is the empty one."""
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in path)


def errors(schema, document):
    """Yields pointer and message of each error, in the order of the document."""
    validator = Draft202012Validator(schema, format_checker=formats)
    for error in sorted(validator.iter_errors(document), key=lambda e: [str(part) for part in e.absolute_path]):
        yield pointer(error.absolute_path), error.message


def main(arguments=None):
    parser = argparse.ArgumentParser(description="Validates a document against its JSON Schema.")
    parser.add_argument("schemas", type=pathlib.Path, help="folder of schemas, such as schema/v1")
    parser.add_argument("file", type=pathlib.Path)
    parser.add_argument("--kind", choices=RECORDS, help="of a record, which does not say it")
    options = parser.parse_args(arguments)
    try:
        document = load(options.file.read_text(encoding="utf-8"))
        name = schema_name(document, options.kind)
        schema = json.loads((options.schemas / name).read_text(encoding="utf-8"))
    except (OSError, ValueError, Refused) as problem:
        print(f"{options.file}: {problem}", file=sys.stderr)
        return 2
    found = list(errors(schema, document))
    for place, message in found:
        print(f"{place}: {message}")
    if not found and "lenient" in name:
        print(f"{options.file}: valid as far as it is known: it is of version {document['schemaVersion']}", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
