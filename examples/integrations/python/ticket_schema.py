"""A schema of your own that uses types of this module: copy their $defs, and refer to them by name.

The references among the copied types stay right, because all of them have the form #/$defs/NAME. Nothing is fetched.
"""

import json
import pathlib


def ticket_schema(schemas):
    """Returns the schema of a ticket on a control. Schemas is a folder such as schema/v1."""
    ours = json.loads((pathlib.Path(schemas) / "soc2.defs.json").read_text(encoding="utf-8"))
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://lantern.example/ticket.schema.json",
        "type": "object",
        "required": ["number", "control"],
        "additionalProperties": False,
        "properties": {
            "number": {"type": "string", "pattern": "^OPS-[0-9]+$"},
            "control": {"$ref": "#/$defs/Control"},
            "evidence": {"type": "array", "items": {"$ref": "#/$defs/EvidenceItem"}},
            "due": {"$ref": "#/$defs/CalendarDate"},
        },
        "$defs": ours["$defs"],
    }
