#!/usr/bin/env python3
"""Makes guard.jsonl from guard_templates.txt and guard_innocent.txt. Seeded: the same files give the same rows.

Usage: python3 make.py [SEED] [FILLS]      writes guard.jsonl beside this file (seed 7, two fills a template)

All people, numbers and addresses are made up. The names are of two kinds: usual ones, and ones that are in none of the
guard's lists (the second paragraph of each list below), so that the measure also says how well cues alone work.
"""
import json, os, random, re, sys

HERE = os.path.dirname(os.path.abspath(__file__))
SEED = int(sys.argv[1]) if len(sys.argv) > 1 else 7
FILLS = int(sys.argv[2]) if len(sys.argv) > 2 else 2
R = random.Random(SEED)
VOICE = {"c": "child", "t": "teen", "p": "parent", "g": "grandparent", "w": "professional", "f": "facilitator"}
FIRST = """Emma Daan Sem Lotte Finn Sara Fatima Mohamed Yusuf Aylin Emre Zeynep Nour Ayoub Hajar Bilal Ravi Shanti Priya Jayden Shaniqua
Kacper Zuzanna Oleksandr Daryna Rania Hevin Samuel Meron Abdi Hodan Kwame Ama Femke Sjoerd Nynke Jelte Henk Riet Wil Truus Roos Storm Joy
Iris Beer Sterre Noor Merel Robin Hope Dagmar Stijn Bram Naomi Chayenne Djamila Gregory Milagros Tyrone Danylo Marta Piotr Amir Layla
Ilse Peter Sandra Marjan Karin Monique Wouter Jeroen Anouk Willemijn Hassan Soraya Latoya Romano Linh Kim Wei""".split() + """Zafinah
Jorvik Thyra Quiri Mavelyn Ouwe-Jan Shurmaine Xaviera Bodhine Tjaltsje Yelske Fynnius Norelle Kheira-Lou Sjuul Ninthe Zohal Vyara Mirthel
Raeghan Joviana Elowyn Kaelan Dewano Riduan Sefkan Zerdesht Oleana Bohuslav Tamuna Ishraq Wiktorin Ayra-Lynn Jaimelynn Kyronne""".split()
LAST = """de_Vries Jansen van_den_Berg Bakker Yilmaz el_Amrani Kaya Nowak Shevchenko Ramdin Tjon Bouzid van_der_Meulen Hoekstra ten_Hove
Achahbar Demirci Kowalczyk Mohamud Tesfay de_Groot Pietersz Martina Sewpersad van_'t_Hof Postma Dijkstra""".split() + """van_Oostenrode
Zandvlietstra Quispel Ait_Bouhou Wierdesma van_der_Kloot_Meijers Terlingen Oudeboonstra Bezuijen Rhemrev Kasanpawiro Hrytsenok""".split()
STREET = """Lindelaan Havenstraat Kerkweg Molenpad Julianaplein Prins_Hendrikkade Meidoornhof Oude_Gracht Burgemeester_van_Rijnsingel
Eikenlaan Korenbloemstraat Spoorsingel Wilhelminalaan Dorpsstraat Jan_Steenstraat Vogeldreef Zuiderdijk Kastanjesteeg Weverplantsoen
Nieuwe_Rijn Achterburgwal Van_Speijkstraat Dr._Schaepmanstraat Brinklaan""".split()
SUFFIX = ["", "", "", "", "a", "b", "-2", " bis", "-hs", "C"]
CITY = "Zwolle Almere Venlo Emmen Goes Sneek Hoorn Tilburg Amersfoort Delfzijl".split()
INST = ["Jeugdhulp Waterland", "gezinshuis De Vuurvlieg", "Jeugdhuis Het Anker", "De Hoenderloo Groep", "Pluryn", "Levvel", "leefgroep De Uil", "Stichting Thuishaven", "Jarabee", "Behandelcentrum De Kreek", "Jeugdbescherming Noordoost", "Samen Veilig", "Horizon", "woongroep Het Kompas", "Zorggroep Rivierduin"]
INSTLOW = ["pluryn", "levvel", "gezinshuis de linde", "jeugdhulp waterland", "leefgroep de uil", "de hoenderloo groep", "jarabee", "samen veilig"]
INSTART = ["De Springbron", "De Vlinderhoeve", "Het Anker", "groep De Uil", "leefgroep De Boomhut"]
INSTARTLOW = ["leefgroep de boomhut", "groep de vlinder", "gezinshuis de kreek", "woongroep het kompas"]
SCHOOL = ["basisschool De Regenboog", "het ~Rietland College", "obs De Klimroos", "het ~Vondel Lyceum", "Beatrixschool", "het ~Koning Willem College", "basisschool 't Palet", "CBS De Ark", "het ~Zuiderpark College", "Montessorischool De Kring"]
SCHOOLLOW = ["basisschool de regenboog", "het ~rietland college", "obs de klimroos", "het ~vondel lyceum", "cbs de ark", "basisschool de fontein"]
SCHOOLART = ["De Kubus", "De Regenboog", "'t Startblok", "De Wegwijzer", "Het Kompas"]
SCHOOLARTLOW = ["de kubus", "de regenboog", "de wegwijzer"]
MONTH = "januari februari maart april mei juni juli augustus september oktober november december".split()
WORDS = "nul een twee drie vier vijf zes zeven acht negen".split()
TENS = {"twintig": 20, "dertig": 30, "veertig": 40, "vijftig": 50, "zestig": 60, "zeventig": 70, "tachtig": 80, "negentig": 90}


def bsn():
    while True:
        d = [R.randint(0, 9) for _ in range(8)]
        check = sum(v * w for v, w in zip(d, range(9, 1, -1))) % 11
        if d[0] and check < 10:
            s = "".join(map(str, d)) + str(check)
            return R.choice([s, s, f"{s[:3]}.{s[3:6]}.{s[6:]}", f"{s[:4]} {s[4:6]} {s[6:]}", f"{s[:3]} {s[3:6]} {s[6:]}"])


def iban():
    bank, number = R.choice(["INGB", "RABO", "ABNA", "TRIO", "BUNQ"]), f"{R.randint(0, 9999999999):010d}"
    text = bank + number + "NL00"
    check = 98 - int("".join(str(int(c, 36)) for c in text)) % 97
    s = f"NL{check:02d}{bank}{number}"
    return R.choice([s, " ".join(s[i : i + 4] for i in range(0, 18, 4)), s.lower()])


def phone():
    m = "".join(str(R.randint(0, 9)) for _ in range(8))
    m = R.choice("1234568") + m[1:]
    return R.choice([f"06-{m}", f"06 {m}", f"06{m}", f"06 {m[:2]} {m[2:4]} {m[4:6]} {m[6:]}", f"+31 6 {m}", f"+316{m}", f"0031 6 {m[:4]} {m[4:]}", f"06.{m[:4]}.{m[4:]}", f"(06) {m}", f"o6-{m}", f"0{R.choice(['20', '10', '30', '50', '38', '70'])}-{R.randint(2, 9)}{m[:6]}", f"0{R.choice(['512', '318', '546'])} {R.randint(2, 9)}{m[:5]}", f"06 {m[:3]} {m[3:6]} {m[6:]}", f"+31(0)6-{m}"])


def phone_words():
    m = [R.randint(0, 9) for _ in range(8)]
    if R.random() < 0.5:
        return "nul zes " + " ".join(WORDS[v] for v in m)
    out = []
    for a, b in zip(m[::2], m[1::2]):
        v = a * 10 + b
        teens = "tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien".split()
        if a == 0:
            out += [WORDS[0], WORDS[b]]
        elif v < 20:
            out.append(teens[v - 10])
        else:
            ten = [w for w, n in TENS.items() if n == a * 10][0]
            join = "ën" if b in (2, 3) else "en"
            out.append(ten if b == 0 else WORDS[b] + join + ten)
    return "nul zes " + R.choice([" ", " ", ", "]).join(out)


def email(first, obfuscate):
    user = re.sub(r"[^a-z]", "", first.lower()) + R.choice(["", "", str(R.randint(1, 99)), ".v", "_x"])
    host = R.choice(["voorbeeldpost.nl", "testmail.com", "maildoos.nl", "ouders.voorbeeld.nl"])
    if not obfuscate:
        return f"{user}@{host}"
    user = user.replace(".", " punt ")
    return user + R.choice([" at ", " apenstaartje ", " [at] ", "(at)", " @ "]) + host.replace(".", R.choice([" punt ", " dot ", " punt "]))


def handle(first):
    base = re.sub(r"[^a-z]", "", first.lower())
    return R.choice([f"{base}_{R.randint(1, 99)}", f"xx_{base}_xx", f"{base}.{R.choice(['jr', 'nl', 'real'])}", f"its{base}{R.randint(1, 2012)}", f"{base}_gamer{R.randint(1, 99)}", f"{base}{R.randint(100, 999)}"])


def plate():
    letters = lambda n: "".join(R.choice("BDFGHJKLNPRSTVXZ") for _ in range(n))
    digits = lambda n: "".join(R.choice("0123456789") for _ in range(n))
    parts = R.choice([("L2", "D3", "L1"), ("D1", "L3", "D2"), ("D2", "L3", "D1"), ("L1", "D3", "L2"), ("L2", "D2", "L2"), ("L3", "D2", "L1"), ("D2", "L2", "L2")])
    got = [letters(int(p[1])) if p[0] == "L" else digits(int(p[1])) for p in parts]
    return R.choice(["-".join(got), "-".join(got), "-".join(got).lower(), " ".join(got)])


def fill(slot, low):
    """The text of a slot, its kind, and what of it is neutral before the datum."""
    first = R.choice(FIRST)
    last = R.choice(LAST).replace("_", " ")
    down = (lambda s: s.lower()) if low else (lambda s: s)
    cap = lambda s: s[0].upper() + s[1:]
    street = R.choice(STREET).replace("_", " ")
    number = str(R.randint(1, 240)) + R.choice(SUFFIX)
    day, month, year = R.randint(1, 28), R.randint(1, 12), R.randint(2003, 2014)
    pick = lambda normal, small: ("", R.choice(small if low else normal))
    case = R.choice([f"JZ-{R.randint(10000, 99999)}", f"{R.randint(2018, 2025)}-{R.randint(0, 9999):04d}", f"C/{R.randint(10, 20)}/{R.randint(100000, 999999)}", f"{R.choice('ABCDK')}-{R.randint(10, 99)}.{R.randint(100, 999)}", f"{R.randint(100000, 9999999)}", f"JB{R.randint(1000, 99999)}", f"{R.randint(10, 99)}.{R.randint(1000, 9999)}.{R.randint(10, 99)}"])
    dates = [f"{day} {MONTH[month - 1]}", f"{day} {MONTH[month - 1][:3] if month != 3 else 'mrt'}", f"{day}-{month}", f"{day}e {MONTH[month - 1]}"]
    full = [f"{day} {MONTH[month - 1]} {year}", f"{day:02d}-{month:02d}-{year}", f"{day}-{month}-{year}", f"{day}/{month}/{year}", f"{day:02d}.{month:02d}.{year}"]
    table = {
        "N": ("", down(first), "person_name"), "F": ("", down(f"{first} {last}"), "person_name"),
        "S": ("", down(cap(last) if not low else last), "person_name"), "I": ("", down(f"{R.choice('ABDFHJKLMNPRST')}. {last}"), "person_name"),
        "K": ("", down(f"{first} {R.choice('BDKMPV')}."), "person_name"),
        "PHONE": ("", phone(), "phone"), "PHONEW": ("", phone_words(), "phone"), "EMAIL": ("", email(first, False), "email"), "EMAILO": ("", email(first, True), "email"),
        "ADDR": ("", down(f"{street} {number}"), "address"), "PC": ("", down(f"{R.randint(1001, 9999)} {R.choice('BCDGHKLPRTVX')}{R.choice('ABDEGKLPXZ')}"), "postcode"),
        "CITY": ("", down(R.choice(CITY)), "city_place"), "BSN": ("", bsn(), "bsn"), "IBAN": ("", iban(), "iban"), "PLATE": ("", plate(), "licence_plate"),
        "BD": ("", R.choice(dates), "birthdate"), "BDY": ("", R.choice(full), "birthdate"), "CASE": ("", case, "case_number"),
        "INST": (*pick(INST, INSTLOW), "institution"), "INSTART": (*pick(INSTART, INSTARTLOW), "institution"),
        "SCHOOL": (*pick(SCHOOL, SCHOOLLOW), "school"), "SCHOOLART": (*pick(SCHOOLART, SCHOOLARTLOW), "school"),
        "HANDLE": ("", handle(first), "handle"), "HANDLEAT": ("", "@" + handle(first), "handle"), "HANDLED": ("", f"{first.lower().replace('-', '')}#{R.randint(1000, 9999)}", "handle"),
        "URL": ("", R.choice(["https://www.mijnverhaal-voorbeeld.nl/deel-1", "www.ouderblog-voorbeeld.nl", "http://voorbeeldradio.nl/a?b=2", "opgroeiblog-voorbeeld.nl/les"]), "url"),
    }
    before, text, kind = table[slot]
    if "~" in text:
        before, text = text.split("~", 1)
    return before, text, kind


def build(template, low):
    out, spans, neutral = "", [], []
    for piece in re.split(r"(<[A-Z]+>|~[^~]+~)", template):
        if piece.startswith("<") and piece.endswith(">"):
            before, text, kind = fill(piece[1:-1], low)
            out += before
            spans.append({"start": len(out), "end": len(out) + len(text), "type": kind})
            # "institution" with its common word before it: either reading of where the name begins is right.
            out += text
        elif piece.startswith("~"):
            neutral.append({"start": len(out), "end": len(out) + len(piece) - 2})
            out += piece[1:-1]
        else:
            out += piece
    return out, spans, neutral


def lines(name):
    return [l for l in open(os.path.join(HERE, name), encoding="utf-8").read().split("\n") if l.strip() and not l.startswith("#")]


def main():
    rows = []
    for template in lines("guard_templates.txt"):
        voice, text = template[0], template[2:]
        plain = re.sub(r"<[A-Z]+>|~", "", text)
        low = not any(c.isupper() for c in plain) and voice in "ctp"
        for _ in range(FILLS):
            body, spans, neutral = build(text, low)
            if not low and voice == "t" and body[0].isupper() and text.startswith("<") and R.random() < 0.6:
                body = body.lower()
            rows.append((voice, "pos", body, spans, neutral))
    innocent = [(l[0], l[2:]) for l in lines("guard_innocent.txt")]
    counted = [
        ("t", "nog {a} dagen tot mijn zitting en {b} nachten slecht slapen"), ("w", "Van {a} meldingen bleven er {b} over na één goed gesprek."),
        ("p", "Op {d} om {a} uur was het gesprek en na {b} minuten stonden wij buiten."), ("f", "De bijeenkomst van {d} trok {b} mensen."),
        ("c", "ik heb {a} knikkers en {b} stickers"), ("g", "In {y} trouwden wij, en in {y} kwam de eerste kleine."),
        ("t", "kamer {a} is kleiner dan kamer {b} en toch zelfde regels"), ("w", "Het budget ging van {b}.000 naar {a}.000 euro."),
        ("p", "Pagina {a} tot {b} van het rapport zijn zwart gemaakt."), ("t", "score {a}-{b} voor de leiding bij het potje voetbal"),
        ("c", "mijn hamster is {a} weken oud en eet {b} pitten"), ("g", "De bus van {a}.{b} uur rijdt niet meer."),
        ("w", "Wij hebben {a} plekken, {b} wachtenden en {y} uur overleg per jaar."), ("f", "Ronde {a} duurt {b} minuten."),
    ]
    for voice, text in counted:
        for _ in range(7):
            body = re.sub(r"\{([abdy])\}", lambda m: {"a": lambda: str(R.randint(2, 60)), "b": lambda: str(R.randint(10, 99)), "d": lambda: f"{R.randint(1, 28)} {R.choice(MONTH)}", "y": lambda: str(R.randint(1950, 2024))}[m.group(1)](), text)
            innocent.append((voice, body))
    rows += [(v, "neg", t, [], []) for v, t in innocent]
    with open(os.path.join(HERE, "guard.jsonl"), "w", encoding="utf-8") as out:
        for i, (voice, kind, text, spans, neutral) in enumerate(rows):
            out.write(json.dumps({"id": f"g{i + 1:04d}", "voice": VOICE[voice], "kind": kind, "text": text, "spans": spans, "neutral": neutral}, ensure_ascii=False) + "\n")
    print(len(rows), "rows")


if __name__ == "__main__":
    main()
