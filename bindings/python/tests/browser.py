# SPDX-License-Identifier: BSD-2-Clause
"""Chromium without a window, asked by its DevTools protocol through a pair of pipes."""
from __future__ import annotations

import base64
import contextlib
import json
import os
import pathlib
import select
import shutil
import subprocess
import time
from collections.abc import Iterator
from typing import Any

CHROMIUM = shutil.which("chromium")
WORDS = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run",
         "--disable-dev-shm-usage", "--disable-background-networking", "--remote-debugging-pipe")
PATIENCE = 60  # seconds for an answer


class Page:
    """One page. `problems` are the errors that the console and the policy of the page told."""

    def __init__(self, to: int, of: int) -> None:
        self._to, self._of = to, of
        self._data = b""
        self._id = 0
        self._session: dict[str, str] = {}
        self._events: list[str] = []
        self.problems: list[str] = []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        attached = self.call("Target.attachToTarget", targetId=target, flatten=True)
        self._session = {"sessionId": attached["sessionId"]}
        for domain in "Page", "Runtime", "Log", "Network":
            self.call(domain + ".enable")

    def _message(self) -> dict[str, Any]:
        end = time.monotonic() + PATIENCE
        while b"\0" not in self._data:
            ready, _, _ = select.select([self._of], [], [], max(0, end - time.monotonic()))
            part = os.read(self._of, 1 << 20) if ready else b""
            if not part:
                raise AssertionError("the browser does not answer")
            self._data += part
        line, _, self._data = self._data.partition(b"\0")
        message: dict[str, Any] = json.loads(line)
        what = message.get("params", {})
        match message.get("method"):
            case "Log.entryAdded":
                self.problems.append(what["entry"]["text"])
            case "Runtime.consoleAPICalled":
                self.problems.append(str(what["args"]))
            case "Runtime.exceptionThrown":
                self.problems.append(str(what["exceptionDetails"]))
            case "Network.requestWillBeSent":
                self.problems.append(f"asks for {what['request']['url']}")
        return message

    def call(self, method: str, **params: object) -> dict[str, Any]:
        """Ask, and wait for the answer."""
        self._id += 1
        ask = {"id": self._id, "method": method, "params": params}
        if not method.startswith("Browser."):
            ask |= self._session
        data = json.dumps(ask).encode() + b"\0"
        while data:
            data = data[os.write(self._to, data):]
        while (message := self._message()).get("id") != self._id:
            self._events.append(str(message.get("method")))
        assert "error" not in message, (method, message["error"])
        result: dict[str, Any] = message["result"]
        return result

    def show(self, file: pathlib.Path, *, width: int = 1280, height: int = 900,
             dark: bool = False) -> None:
        """Load a file. What it asks for itself is no problem."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height,
                  deviceScaleFactor=1, mobile=False)
        self.call("Emulation.setEmulatedMedia", features=[
            {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}])
        self.problems.clear()
        self._events.clear()
        self.call("Page.navigate", url=file.as_uri())
        while "Page.loadEventFired" not in self._events:
            self._events.append(str(self._message().get("method")))
        self.problems = [p for p in self.problems if p != f"asks for {file.as_uri()}"]

    def value(self, script: str) -> Any:
        """What a script in the page returns, if a promise, then in the end."""
        done = self.call("Runtime.evaluate", expression=script, returnByValue=True,
                         awaitPromise=True)
        assert "exceptionDetails" not in done, done
        return done["result"].get("value")

    def key(self, name: str, text: str = "", modifiers: int = 0) -> None:
        """Press a key."""
        codes = {"Tab": 9, "Enter": 13, "Escape": 27, "End": 35, "Home": 36, "ArrowDown": 40}
        for kind in "keyDown", "keyUp":
            self.call("Input.dispatchKeyEvent", type=kind, key=name, modifiers=modifiers,
                      windowsVirtualKeyCode=codes.get(name, 0),
                      **({"text": text} if text and kind == "keyDown" else {}))

    def mouse(self, kind: str, x: float, y: float, **more: object) -> None:
        """Move or turn the mouse."""
        self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, **more)

    def picture(self, file: pathlib.Path) -> None:
        """A PNG of what is seen."""
        file.write_bytes(base64.b64decode(self.call("Page.captureScreenshot")["data"]))


@contextlib.contextmanager
def browser(profile: pathlib.Path) -> Iterator[Page]:
    """Start Chromium with a fresh profile, and end it."""
    assert CHROMIUM is not None, "there is no chromium: ./dev setup test"
    their_in, our_out = os.pipe()
    our_in, their_out = os.pipe()
    # it reads from descriptor 3 and writes to 4
    shell = f'exec "$0" "$@" 3<&{their_in} 4>&{their_out}'
    with open(profile / "log", "wb") as log, subprocess.Popen(
            ["/bin/bash", "-c", shell, CHROMIUM, *WORDS, f"--user-data-dir={profile}"],
            pass_fds=(their_in, their_out), stdin=subprocess.DEVNULL, stdout=log,
            stderr=log) as process:
        os.close(their_in)
        os.close(their_out)
        try:
            page = Page(our_out, our_in)
            yield page
            page.call("Browser.close")
            process.wait(PATIENCE)
        finally:
            process.kill()
            os.close(our_out)
            os.close(our_in)
