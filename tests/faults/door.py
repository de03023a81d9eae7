"""A door between a server and what it asks, which can be shut in the middle."""

import socket
import threading
from contextlib import suppress


class Door(threading.Thread):
    """Hands each connection on while it is open.

    With ``most_bytes`` a connection is cut when so many of the visitor's bytes went through.
    """

    most_bytes: int | None = None

    def __init__(self, host: str, port: int) -> None:
        super().__init__(daemon=True)
        self.beyond, self.pairs = (host, port), list[socket.socket]()
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.port, self.open = self.listening.getsockname()[1], True
        self.carriers: list[threading.Thread] = []

    def run(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self.listening.accept()
                if not self.open:
                    near.close()
                    continue
                far = socket.create_connection(self.beyond)
                self.pairs += [near, far]
                for way in ((near, far, self.most_bytes), (far, near, None)):
                    self.carriers.append(threading.Thread(target=_pass_on, args=way, daemon=True))
                    self.carriers[-1].start()

    def shut(self) -> None:
        self.open = False
        for each in self.pairs:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
        self.pairs.clear()
        for each in self.carriers:
            each.join(10)
        self.carriers.clear()

    def close(self) -> None:
        self.shut()
        self.listening.shutdown(socket.SHUT_RDWR)
        self.join(10)
        self.listening.close()


def _pass_on(one: socket.socket, other: socket.socket, most: int | None) -> None:
    passed = 0
    with suppress(OSError):
        while piece := one.recv(65_536):
            other.sendall(piece if most is None else piece[: most - passed])
            passed += len(piece)
            if most is not None and passed >= most:
                break
    for each in (one, other):
        with suppress(OSError):
            each.shutdown(socket.SHUT_RDWR)
    one.close()
