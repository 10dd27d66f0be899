"""The letters with which names and sentences begin.

>>> import re
>>> re.findall(f"[{CAPITAL}]", "Šimek žije × Đoàn")
['Š', 'Đ']
"""

from __future__ import annotations

from typing import Final

# Inside the brackets of a pattern: the capitals of the alphabets that are written with Latin letters ("Šimek", "Đoàn").
CAPITAL: Final = "A-ZÀ-ÖØ-Þ" + "".join(filter(str.isupper, map(chr, range(0x100, 0x250))))
