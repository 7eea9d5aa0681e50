"""The schema in a real editor's engine: `python tests/editor/run.py --server PATH` tries it.

It starts yaml-language-server (the engine of VS Code's YAML extension and of many other editors),
opens a scenario that `new` has made in a folder of its own, and asks for what an author would see:
no complaint about a sound file, one about a wrong key, completion of moves, texts on hovering. It
is no part of the test suite, because it wants Node.js (tried: versions 1.18.0 and 2.0.0):

    npm install --prefix FOLDER yaml-language-server
    python tests/editor/run.py --server FOLDER/node_modules/.bin/yaml-language-server
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from game.scenario.starter import start

MISSING = (
    "yaml-language-server is not here. Install it (it wants Node.js) and say where it is:\n"
    "  npm install --prefix FOLDER yaml-language-server\n"
    "  python tests/editor/run.py --server FOLDER/node_modules/.bin/yaml-language-server"
)


class Editor:
    """As much of an editor as asks a language server, over its standard input and output."""

    def __init__(self, server: str, folder: Path) -> None:
        """Start the server and shake hands."""
        self.process = subprocess.Popen(
            [server, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self.number = 0
        self.complaints: dict[str, list[str]] = {}
        root = folder.resolve().as_uri()
        hover = {"hover": {"contentFormat": ["plaintext"]}, "completion": {}}
        asked = {"processId": None, "rootUri": root, "capabilities": {"textDocument": hover}}
        self.server = self.ask("initialize", asked)
        self.tell("initialized", {})

    def tell(self, method: str, params: Any, number: int | None = None) -> None:
        """Send a message; with a number it is a question."""
        message = {"jsonrpc": "2.0", "method": method, "params": params}
        self._send(message if number is None else {**message, "id": number})

    def ask(self, method: str, params: Any) -> Any:
        """Ask, and answer whatever the server asks meanwhile."""
        self.number += 1
        self.tell(method, params, self.number)
        for message in self._heard():
            if message.get("id") == self.number and "method" not in message:
                return message.get("result")
        raise SystemExit("the server ended without an answer")

    def show(self, uri: str, text: str, version: int) -> list[str]:
        """Show a text of a file, and return what is complained of."""
        if version == 1:
            document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
            self.tell("textDocument/didOpen", {"textDocument": document})
        else:
            changed = {"uri": uri, "version": version}
            self.tell(
                "textDocument/didChange",
                {"textDocument": changed, "contentChanges": [{"text": text}]},
            )
        self.complaints.pop(uri, None)
        for _ in self._heard():
            if uri in self.complaints:
                return self.complaints[uri]
        raise SystemExit("the server ended without a word about the file")

    def close(self) -> None:
        """End the server."""
        self.process.terminate()
        self.process.wait(10)

    def _heard(self) -> Iterator[dict[str, Any]]:
        while (message := self._read()) is not None:
            if message.get("method") == "textDocument/publishDiagnostics":
                said = message["params"]
                self.complaints[said["uri"]] = [row["message"] for row in said["diagnostics"]]
            elif "method" in message and "id" in message:
                settings = [{"validate": True, "completion": True, "hover": True}]
                wanted = message["method"] == "workspace/configuration"
                count = len(message["params"]["items"]) if wanted else 0
                answer = settings * count if wanted else None
                self._send({"jsonrpc": "2.0", "id": message["id"], "result": answer})
            yield message

    def _read(self) -> dict[str, Any] | None:
        assert self.process.stdout is not None
        size = 0
        while (line := self.process.stdout.readline().strip()) or not size:
            if not line:
                return None
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                size = int(value)
        found: dict[str, Any] = json.loads(self.process.stdout.read(size))
        return found

    def _send(self, message: dict[str, Any]) -> None:
        assert self.process.stdin is not None
        body = json.dumps(message).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()


class Trial:
    """A new scenario in an editor, and what is asked about it."""

    def __init__(self, editor: Editor, file: Path) -> None:
        """Nothing is shown yet."""
        self.editor, self.uri = editor, file.resolve().as_uri()
        self.sound = file.read_text(encoding="utf-8")
        self.version = 0

    def complaints(self, text: str) -> list[str]:
        """What the editor underlines in a text."""
        self.version += 1
        return self.editor.show(self.uri, text, self.version)

    def offers(self, text: str) -> list[str]:
        """What the editor offers at the sign | of a text."""
        asked = self._at(text)
        found = self.editor.ask("textDocument/completion", asked) or []
        items = found["items"] if isinstance(found, dict) else found
        return [item["label"] for item in items]

    def hover(self, text: str) -> str:
        """What the editor says of the word at the sign | of a text."""
        found = self.editor.ask("textDocument/hover", self._at(text))
        said = (found or {}).get("contents", "")
        return said["value"] if isinstance(said, dict) else str(said)

    def _at(self, text: str) -> dict[str, Any]:
        before, _, after = text.partition("|>")
        self.complaints(before + after)
        line = before.count("\n")
        place = {"line": line, "character": len(before) - before.rfind("\n") - 1}
        return {"textDocument": {"uri": self.uri}, "position": place}


def tried(trial: Trial) -> Iterator[tuple[str, bool, object]]:
    """Everything that is tried: a sentence, whether it is so, and what came."""
    text = trial.sound
    said = trial.complaints(text)
    yield "a new scenario is not complained of", not said, said
    said = trial.complaints(text.replace("turns: 6 ", "turnz: 6 "))
    yield "a wrong key is", any("turnz" in one for one in said), said
    said = trial.complaints(text.replace("kind: media", "kind: medium"))
    yield "a wrong word is", bool(said), said
    found = trial.offers(text + "\nmoves:\n  |>\n")
    yield "moves of the rulebook are offered to be tuned", "leak_authentic" in found, found
    found = trial.offers(text + "\nparameters:\n  |>\n")
    yield "so are parameters", "erosion" in found, found
    inject = "expects: [private_message]"
    found = trial.offers(text.replace(inject, "expects: [|>]"))
    yield "moves are offered where an inject expects one", "private_message.plain" in found, found
    leaning = next(line for line in text.splitlines() if "doctrine: {" in line)
    found = trial.offers(text.replace(leaning, "    doctrine:\n      |>"))
    yield "and where a seat leans to one", "consular_alert" in found, found
    stand_in = next(line for line in text.splitlines() if "policy: doctrine" in line)
    found = trial.offers(text.replace(stand_in, "    policy: |>"))
    yield "stand-ins are offered", "doctrine" in found, found
    found = trial.offers(text.replace("kind: media", "kind: |>"))
    yield "kinds of actors are offered", "platform" in found, found
    told = trial.hover(text.replace("turn_length:", "turn_le|>ngth:"))
    yield "a key is explained", "what a turn stands for" in told.lower(), told
    told = trial.hover(text.replace("severity:", "seve|>rity:"))
    yield "so is one deep in the file", "how much it hurts" in told, told
    told = trial.hover(text + "\nmoves:\n  leak_auth|>entic: {cost: {staff: 2}}\n")
    yield "so is a move", "Leak a true secret" in told, told
    told = trial.hover(text + "\nparameters: {ero|>sion: 1}\n")
    yield "so is a parameter", len(told) > 10, told


def main() -> int:
    """Try everything, say what is not so, and return the exit status."""
    words = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    words.add_argument("--server", default="yaml-language-server", help="where the server is")
    server = shutil.which(words.parse_args().server)
    if server is None:
        print(MISSING)
        return 2
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        file = start(Path(folder, "tried"))[0]
        editor = Editor(server, file.parent)
        try:
            for sentence, so, came in tried(Trial(editor, file)):
                failed += not so
                print(f"{'.' if so else 'F'} {sentence}")
                if not so:
                    print(f"    what came: {str(came)[:600]}")
        finally:
            editor.close()
    print("all of it is so" if not failed else f"{failed} are not so")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
