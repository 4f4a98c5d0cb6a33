"""Judges documents with python-jsonschema. It reads a JSON value a line from standard input and answers each with one.

{"name": "a", "schema": {...}}           checks a schema; answers {"warnings": [], "formats": [...]}, the formats asserted
{"name": "a", "document": "{\"b\":1}"}   judges a text; answers {"valid": true} or {"valid": false}
"""

import json
import sys

from jsonschema import Draft202012Validator, FormatChecker

compiled = {}


def refuse(constant):
    raise ValueError(constant + " is not JSON")


def answer(request):
    if "schema" in request:
        Draft202012Validator.check_schema(request["schema"])
        checker = FormatChecker()
        compiled[request["name"]] = Draft202012Validator(request["schema"], format_checker=checker)
        return {"warnings": [], "formats": sorted(checker.checkers)}
    try:
        document = json.loads(request["document"], parse_constant=refuse)
    except ValueError:
        return {"valid": False}
    return {"valid": compiled[request["name"]].is_valid(document)}


for line in sys.stdin.buffer:
    print(json.dumps(answer(json.loads(line))), flush=False)
