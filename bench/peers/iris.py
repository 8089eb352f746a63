"""Writes Fisher's irises as scikit-learn has them into a table: `python iris.py FOLDER`."""

import sys
from pathlib import Path

from sklearn.datasets import load_iris

COLUMNS = ["sepalLength", "sepalWidth", "petalLength", "petalWidth", "species"]


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    flowers = load_iris(as_frame=True).frame
    flowers["target"] = load_iris().target_names[flowers["target"]]
    flowers.columns = COLUMNS
    flowers.to_csv(folder / "iris.csv", index=False)


if __name__ == "__main__":
    main()
