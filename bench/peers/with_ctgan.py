"""Trains the package ctgan as it comes on a table, and writes rows that it makes up as CSV to standard output."""

import argparse
import sys

import numpy
import pandas
import torch
from ctgan import CTGAN


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--table", required=True, help="CSV file with a header")
    parser.add_argument("--epochs", type=int, required=True)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--rows", type=int, required=True)
    options = parser.parse_args()
    numpy.random.seed(options.seed)
    torch.manual_seed(options.seed)
    table = pandas.read_csv(options.table)
    words = [name for name in table.columns if not pandas.api.types.is_numeric_dtype(table[name])]
    model = CTGAN(epochs=options.epochs)
    model.set_random_state(options.seed)
    model.fit(table, words)
    model.sample(options.rows).to_csv(sys.stdout, index=False)


if __name__ == "__main__":
    main()
