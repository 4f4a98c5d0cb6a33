"""Reads engagements with the Python types that quicktype made, and writes them again: nothing is lost."""

import json
import pathlib
import sys

sys.path.insert(0, "build")
from engagement import engagement_from_dict, engagement_to_dict  # noqa: E402 (made by quicktype)

for name in sys.argv[1:]:
    document = json.loads(pathlib.Path(name).read_text(encoding="utf-8"))
    again = json.loads(json.dumps(engagement_to_dict(engagement_from_dict(document))))
    if again != document:
        sys.exit(f"{name}: other values")
    file = pathlib.Path("build") / pathlib.Path(name).name
    file.write_text(json.dumps(again), encoding="utf-8")
    print(f"{pathlib.Path(name).name}: the same through Python")
