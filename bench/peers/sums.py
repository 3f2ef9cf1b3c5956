"""The sums of the form by a plain script: no places, no messages, and only for tables that stand as printed."""

import csv
import io
import os
import sys


def decode(data):
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030")


def row_of(rows, start, column):
    return next(index for index, row in enumerate(rows) if row[column].startswith(start))


def check(rows):
    first, last = row_of(rows, "一、", 0), row_of(rows, "四、结", 0)
    table = [[int(cell) for cell in row[3:10]] for row in rows[first : last + 1]]
    new, over, *outcomes, total, forward = table
    yield from (sum(row[:6]) == row[6] for row in table)
    yield from (sum(column) == whole for column, whole in zip(zip(*outcomes), total))
    yield from (a + b == c + d for a, b, c, d in zip(new, over, total, forward))
    cases = [int(cell) for cell in rows[-1][:15]]
    yield from (sum(cases[at : at + 4]) == cases[at + 4] for at in (0, 5, 10))


files = held = failed = 0
for folder, _, names in os.walk(sys.argv[1]):
    for name in names:
        with open(os.path.join(folder, name), "rb") as file:
            text = decode(file.read())
        results = list(check(list(csv.reader(io.StringIO(text, newline="")))))
        files += 1
        held += results.count(True)
        failed += results.count(False)
print(files, held, failed)
