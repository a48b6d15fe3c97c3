"""Starts `feuillet preview`, and speaks to it over a WebSocket (RFC 6455), as a page does. Standard library alone."""

import base64
import json
import os
import select
import socket
import struct
import subprocess
import time


class Server:
    """The running program, on a project, with a state folder of its own."""

    def __init__(self, program, project, state, arguments=()):
        environment = dict(os.environ, XDG_STATE_HOME=str(state))
        command = [program, "preview", "--project", str(project), "--port", str(free_port()), *arguments]
        self.process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
        address = self.process.stdout.readline().strip()
        if "#token=" not in address:
            raise SystemExit("error: the program has ended; run it by hand to see why")
        origin, self.token = address.split("/#token=")
        self.port = int(origin.rsplit(":", 1)[1])

    def memory(self):
        """What the process holds, in MB."""
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as status:
            line = next(line for line in status if line.startswith("VmRSS"))
        return int(line.split()[1]) / 1024

    def work(self):
        """What the process has worked so far, on all processors, in milliseconds."""
        with open(f"/proc/{self.process.pid}/stat", encoding="ascii") as status:
            fields = status.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")

    def page(self, tab, language, edition):
        page = Page(self.port)
        page.say(type="hello", token=self.token, tab=tab, interface="en", language=language, edition=edition)
        page.welcome = page.wait("welcome")
        page.messages = {row["id"]: row for row in page.wait("messages")["messages"]}
        return page

    def stop(self):
        self.process.kill()
        self.process.wait()


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


class Page:
    """A page with its socket."""

    def __init__(self, port):
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.bytes = bytearray()
        self.sequence = 0
        self.received = 0
        key = base64.b64encode(os.urandom(16)).decode()
        self.socket.sendall(
            f"GET /socket HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nOrigin: http://127.0.0.1:{port}\r\nUpgrade: websocket\r\n"
            f"Connection: Upgrade\r\nSec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode()
        )
        while b"\r\n\r\n" not in self.bytes:
            self.read()
        head, _, rest = bytes(self.bytes).partition(b"\r\n\r\n")
        assert b" 101 " in head, head
        self.bytes = bytearray(rest)

    def read(self):
        found = self.socket.recv(1 << 20)
        if not found:
            raise EOFError("the server has closed the socket")
        self.received += len(found)
        self.bytes += found

    def say(self, **said):
        payload = json.dumps(said).encode()
        length = len(payload)
        if length < 126:
            size = bytes([128 | length])
        elif length < 1 << 16:
            size = b"\xfe" + struct.pack(">H", length)
        else:
            size = b"\xff" + struct.pack(">Q", length)
        # A mask of zeros is a mask: nothing between here and the server looks at the bytes.
        self.socket.sendall(b"\x81" + size + b"\0\0\0\0" + payload)

    def frame(self):
        """The next frame, if all of it has come."""
        if len(self.bytes) < 2:
            return None
        length, start = self.bytes[1] & 127, 2
        if length >= 126:
            start = 4 if length == 126 else 10
            if len(self.bytes) < start:
                return None
            length = int.from_bytes(self.bytes[2:start], "big")
        if len(self.bytes) < start + length:
            return None
        payload = bytes(self.bytes[start : start + length])
        kind = self.bytes[0] & 15
        del self.bytes[: start + length]
        if kind == 8:
            raise EOFError("the server has closed the socket")
        return payload

    def hear(self, longest=60.0):
        """The next thing that is said, as its bytes; `None` if nothing comes for so long."""
        end = time.monotonic() + longest
        while True:
            found = self.frame()
            if found is not None:
                return found
            left = end - time.monotonic()
            if left <= 0 or not select.select([self.socket], [], [], left)[0]:
                return None
            self.read()

    def wait(self, kind, **members):
        """Waits for something of a type, with these members, and passes over the rest."""
        begin = f'{{"type":"{kind}"'.encode()
        while True:
            found = self.hear()
            if found is None:
                raise TimeoutError(f"no `{kind}` came")
            if found.startswith(begin):
                said = json.loads(found)
                if all(said.get(name) == value for name, value in members.items()):
                    return said

    def type_text(self, unit, text):
        self.sequence += 1
        self.say(type="text", unit=unit["id"], text=text, base=unit["base"], seq=self.sequence)
        return self.sequence
