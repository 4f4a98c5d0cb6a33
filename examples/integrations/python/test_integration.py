"""Run by python3 -m unittest. SCHEMAS in the environment is the folder of schemas; its examples are validated."""

import contextlib
import io
import json
import os
import pathlib
import tempfile
import unittest

from ticket_schema import ticket_schema
from validate import KINDS, RECORDS, errors, main

SCHEMAS = pathlib.Path(os.environ.get("SCHEMAS", "../../../schema/v1"))
EXAMPLES = sorted((SCHEMAS / "examples").glob("*.json"))


def run(*arguments):
    """Returns exit status, standard output and standard error of validate.py."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = main([str(SCHEMAS), *map(str, arguments)])
    return status, out.getvalue(), err.getvalue()


def run_on(document):
    """Does the same for a document, which may be a text."""
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "document.json"
        file.write_text(document if isinstance(document, str) else json.dumps(document), encoding="utf-8")
        return run(file)


def example(name):
    return json.loads((SCHEMAS / "examples" / name).read_text(encoding="utf-8"))


class Validate(unittest.TestCase):
    def test_examples(self):
        seen = set()
        for file in EXAMPLES:
            kind = next(kind for kind in (*KINDS, *RECORDS) if file.stem == kind or file.stem.startswith(kind + "-"))
            with self.subTest(file.name):
                flags = ["--kind", kind] if kind in RECORDS else []
                self.assertEqual(run(file, *flags), (0, "", ""))
            seen.add(kind)
        self.assertEqual(seen, {*KINDS, *RECORDS})

    def test_broken(self):
        program = example("program.json")
        del program["id"]
        program["mascot"] = "a moth"
        program["terms"]["type"] = "type3"
        program["controls"][0]["criteria"] = ["CC99.1"]
        program["evidence"][0]["collected"] = "2026-02-30T09:00:00Z"
        status, out, _ = run_on(program)
        self.assertEqual(status, 1)
        for line in (
            ": 'id' is a required property",
            ": Additional properties are not allowed ('mascot' was unexpected)",
            "/controls/0/criteria/0: 'CC99.1' is not one of",
            "/evidence/0/collected: '2026-02-30T09:00:00Z' is not a 'date-time'",
            "/terms/type: 'type3' is not one of ['type1', 'type2']",
        ):
            self.assertIn(line, out)
        self.assertEqual(len(out.splitlines()), 5, out)

    def test_pointers_are_escaped(self):
        program = example("program-minimal.json")
        program["labels"] = {"a/b~c": 1}
        self.assertEqual(run_on(program)[1], "/labels/a~1b~0c: 1 is not of type 'string'\n")

    def test_later_minor_version(self):
        program = {**example("program-minimal.json"), "schemaVersion": "1.1", "mascot": "a moth"}
        status, out, err = run_on(program)
        self.assertEqual((status, out), (0, ""))
        self.assertIn("it is of version 1.1", err)
        program["controls"] = 2
        self.assertEqual(run_on(program), (1, "/controls: 2 is not of type 'array'\n", ""))

    def test_could_not_tell(self):
        for text in ("[]", "{", '{"kind": "letter"}', '{"kind": [], "schemaVersion": "1.0"}', '{"kind": "program"}', '{"kind": "program", "schemaVersion": "2.0"}',
                     '{"kind": "program", "kind": "program", "schemaVersion": "1.0"}', '{"kind": "program", "schemaVersion": "1.0", "labels": NaN}'):
            with self.subTest(text):
                status, out, err = run_on(text)
                self.assertEqual((status, out), (2, ""))
                self.assertNotEqual(err, "")
        self.assertEqual(run("no-such-file.json")[0], 2)


class Ticket(unittest.TestCase):
    def test_own_schema_holds_our_types(self):
        schema, program = ticket_schema(SCHEMAS), example("program.json")
        ticket = {"number": "OPS-17", "control": program["controls"][0], "evidence": program["evidence"][:2], "due": "2026-09-30"}
        self.assertEqual(list(errors(schema, ticket)), [])
        ticket["number"], ticket["due"] = "17", "30 September"
        ticket["control"] = {**ticket["control"], "automation": "magic"}
        ticket["evidence"] = [{**ticket["evidence"][0], "digest": "abc"}]
        self.assertEqual(
            {place for place, _ in errors(schema, ticket)}, {"/number", "/due", "/control/automation", "/evidence/0/digest"}
        )


if __name__ == "__main__":
    unittest.main()
