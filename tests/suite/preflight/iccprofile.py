"""A profile of a printer that takes red, green and blue: as small as one can be."""

import struct


def number(value):
    return struct.pack(">i", round(value * 65536))


def light_press():
    """Class `prtr`, space `RGB `, with the primaries of sRGB (ICC.1, 7.2 and 8.4)."""
    xyz = {
        b"wtpt": (0.9642, 1.0, 0.8249),
        b"rXYZ": (0.4361, 0.2225, 0.0139),
        b"gXYZ": (0.3851, 0.7169, 0.0971),
        b"bXYZ": (0.1431, 0.0606, 0.7141),
    }
    tags = {tag: b"XYZ \0\0\0\0" + b"".join(map(number, value)) for tag, value in xyz.items()}
    curve = b"curv\0\0\0\0" + struct.pack(">IH", 1, round(2.2 * 256)) + b"\0\0"
    tags |= {tag: curve for tag in (b"rTRC", b"gTRC", b"bTRC")}
    words = b"light press\0"
    tags[b"desc"] = b"desc\0\0\0\0" + struct.pack(">I", len(words)) + words + b"\0" * 78
    tags[b"cprt"] = b"text\0\0\0\0none\0"
    at, table, body = 132 + 12 * len(tags), b"", b""
    for tag, data in tags.items():
        data += b"\0" * (-len(data) % 4)
        table += tag + struct.pack(">II", at + len(body), len(data))
        body += data
    head = struct.pack(">I4sI4s4s4s", at + len(body), b"none", 0x02400000, b"prtr", b"RGB ", b"XYZ ")
    head += struct.pack(">6H", 2026, 10, 5, 12, 0, 0) + b"acsp" + b"\0" * 28
    head += b"".join(map(number, xyz[b"wtpt"]))
    return head.ljust(128, b"\0") + struct.pack(">I", len(tags)) + table + body
