"""The other program that reads the sheets we write and writes the sheets we read.

read FILE   prints the rows of the first sheet as JSON lines, then the note on A1
write FILE  writes one cell of each kind
"""
import datetime
import json
import sys

import openpyxl
from openpyxl.comments import Comment

action, file = sys.argv[1:]
if action == "read":
    sheet = openpyxl.load_workbook(file).worksheets[0]
    for row in sheet.iter_rows():
        print(json.dumps([[cell.data_type, None if cell.value is None else str(cell.value)] for cell in row]))
    print(json.dumps(sheet["A1"].comment.text))
else:
    book = openpyxl.Workbook()
    hidden = book.active
    hidden.title = "lists"
    hidden["A1"] = "not this one"
    hidden.sheet_state = "hidden"
    sheet = book.create_sheet("人员")
    sheet.append(["姓名", "number", "day", "moment", "time", "truth", "long"])
    sheet.append(["张伟 & <友>", 42, datetime.date(2025, 11, 6), datetime.datetime(2025, 11, 6, 9, 30), datetime.time(9, 30), True, 0.1])
    sheet["A4"] = "after a gap"
    sheet["A4"].comment = Comment("note", "somebody")
    sheet["B4"] = 110101199003078888
    sheet["C4"] = -1.5
    book.active = 1
    book.save(file)
print("done")
