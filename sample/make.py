"""`python -m sample.make`: writes the bundle `sample/` and the truth of its files; two runs give the same bytes."""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from pathlib import Path

from sample.maker import bundle, fonts

HERE = Path(__file__).parent


def main(arguments: list[str] | None = None) -> int:
    """Make the bundle anew; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--font", type=Path, help="the Chinese font, where it is not in a usual place")
    parser.add_argument("--into", type=Path, default=HERE, help="the folder to write to")
    chosen = parser.parse_args(arguments)
    try:
        font = fonts.find(chosen.font)
    except fonts.FontMissingError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    for name in ("objects", "index", "truth"):
        shutil.rmtree(chosen.into / name, ignore_errors=True)
    made = bundle.files(font)
    bundle.keep(chosen.into, made)
    _write_truth(chosen.into / "truth", made)
    sys.stdout.write(f"{len(made)} files, {sum(file.questions for file in made)} questions\n")
    return 0


def _write_truth(folder: Path, made: tuple[bundle.MadeFile, ...]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for file in made:
        text = json.dumps(file.truth, ensure_ascii=False, indent=1)
        (folder / f"{file.sha256[:16]}.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
