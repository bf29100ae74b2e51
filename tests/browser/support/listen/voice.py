"""A voice for Orca that writes instead of sounding.

Every utterance becomes one JSON line in $LISTEN_LOG, with the moment, its kind (`speak`, `all` for reading on, `char` and `key` for echoes) and its
text. It keeps the time that a voice would need (letters a second in the file $LISTEN_CPS), so that a key which comes sooner cuts it off, as it
does with a voice that sounds. Python, because Orca loads its voices as Python modules.
"""

import json
import os
import time

from gi.repository import GLib
from orca import chnames, speechserver

LOG = os.environ.get("LISTEN_LOG", "speech.jsonl")
SPEED = os.environ.get("LISTEN_CPS", "cps")


def write(**row):
    with open(LOG, "a", encoding="utf-8") as log:
        log.write(json.dumps({"t": round(time.time(), 3), **row}, ensure_ascii=False) + "\n")


def letters_a_second():
    try:
        with open(SPEED, encoding="utf-8") as speed:
            return float(speed.read())
    except (OSError, ValueError):
        return 16.0


class SpeechServer(speechserver.SpeechServer):
    """The factory and the one server that it makes, as Orca expects them in a module of this kind."""

    _one = None

    @staticmethod
    def getFactoryName():
        return "writing"

    @staticmethod
    def getSpeechServers():
        return [SpeechServer.getSpeechServer()]

    @staticmethod
    def getSpeechServer(info=None):
        if SpeechServer._one is None:
            SpeechServer._one = SpeechServer()
        return SpeechServer._one

    @staticmethod
    def shutdownActiveServers():
        SpeechServer._one = None

    def __init__(self):
        super().__init__()
        self.queue = []  # text's number, seconds that it needs, what is told when it was said
        self.began = 0.0
        self.number = 0
        GLib.timeout_add(20, self._tick)
        write(ev="voice")

    def getInfo(self):
        return ["writing", "writing"]

    def getVoiceFamilies(self):
        return [speechserver.VoiceFamily({"name": "writing", "lang": "nl"})]

    def _tick(self):
        while self.queue and time.time() - self.began >= self.queue[0][1]:
            number, needs, callback = self.queue.pop(0)
            self.began += needs
            write(ev="done", n=number)
            if callback:
                callback(speechserver.SayAllContext.COMPLETED)
        return True

    def _say(self, text, kind="speak", callback=None):
        if not isinstance(text, str) or not text.strip():
            if callback:
                callback(speechserver.SayAllContext.COMPLETED)
            return
        self.number += 1
        if not self.queue:
            self.began = time.time()
        self.queue.append((self.number, 0.05 + len(text) / letters_a_second(), callback))
        write(ev=kind, n=self.number, text=text)

    def speak(self, text=None, acss=None, interrupt=True):
        self._say(text)

    def speakCharacter(self, character, acss=None):
        self._say(chnames.getCharacterName(character) or character, "char")

    def speakKeyEvent(self, event, acss=None):
        self._say(f"{event.getKeyName()} {event.getLockingStateString()}".strip(), "key")

    def sayAll(self, utteranceIterator, progressCallback):
        GLib.idle_add(self._all, utteranceIterator, progressCallback)

    def _all(self, iterator, progress):
        try:
            context, _ = next(iterator)
        except StopIteration:
            return False
        context.currentOffset = context.startOffset

        def said(kind):
            whole = kind == speechserver.SayAllContext.COMPLETED
            context.currentOffset = context.endOffset if whole else context.startOffset
            GLib.idle_add(progress, context.copy(), kind)
            if whole:
                GLib.idle_add(self._all, iterator, progress)

        progress(context.copy(), speechserver.SayAllContext.PROGRESS)
        self._say(context.utterance, "all", said)
        return False

    def stop(self):
        if self.queue:
            write(ev="cut", n=[number for number, _, _ in self.queue])
            for _, _, callback in self.queue:
                if callback:
                    callback(speechserver.SayAllContext.INTERRUPTED)
        self.queue = []

    def reset(self, text=None, acss=None):
        self.stop()

    def shutdown(self):
        self.stop()
        SpeechServer._one = None

    def increaseSpeechRate(self, step=5):
        pass

    def decreaseSpeechRate(self, step=5):
        pass

    def increaseSpeechPitch(self, step=0.5):
        pass

    def decreaseSpeechPitch(self, step=0.5):
        pass

    def increaseSpeechVolume(self, step=0.5):
        pass

    def decreaseSpeechVolume(self, step=0.5):
        pass
