"""`make wordings`: learn from the mails of known kind how their words speak for each kind."""

import json
import sys
from pathlib import Path

from migrations_tracker.core.mails import likeness
from tests.wordings.learning import learn
from tests.wordings.mails import known_mails

TARGET = Path(likeness.__file__).with_name("wordings.json")


def main() -> int:
    mails = known_mails()
    kinds, weights = learn(mails)
    rows = ",\n".join(f"{json.dumps(run, ensure_ascii=False)}: {json.dumps(each)}"
                      for run, each in sorted(weights.items()))  # fmt: skip
    TARGET.write_text(f'{{"kinds": {json.dumps(kinds)},\n"weights": {{\n{rows}\n}}}}\n')
    sys.stdout.write(f"Learned {len(weights)} runs of words from {len(mails)} mails.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
