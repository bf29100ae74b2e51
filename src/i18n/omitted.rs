//! Words that stand round a datum in a Dutch sentence, for leaving it out (`guard/omit.rs`). Whoever writes in another language keeps
//! what these lists do not know.

/// Words that go with the datum behind them.
pub(crate) const LEADS: [&str; 20] = [
    "op", "naar", "in", "bij", "via", "met", "van", "aan", "uit", "te", "om", "onder", "voor", "tot", "over", "door",
    "per", "de", "het", "een",
];
/// What a datum is called before it: with a preposition it goes too, "op nummer …", "met kenteken …".
pub(crate) const CALLED: [&str; 17] = [
    "nummer",
    "telefoonnummer",
    "mobiel",
    "tel",
    "telefoon",
    "mail",
    "mailadres",
    "e-mail",
    "adres",
    "mailtje",
    "site",
    "website",
    "account",
    "kenteken",
    "rekening",
    "rekeningnummer",
    "iban",
];
/// Words that cannot stand without what is behind them.
pub(crate) const HOLES: [&str; 27] = [
    "is", "was", "zijn", "ben", "bent", "heet", "heette", "heten", "wordt", "werd", "luidt", "noemt", "noem", "volg",
    "voeg", "heeft", "heb", "had", "mijn", "jouw", "je", "zijn", "haar", "ons", "hun", "dit", "dat",
];
/// Words that cannot begin a sentence whose beginning is gone.
pub(crate) const VERBS: [&str; 33] = [
    "is", "was", "zijn", "ben", "bent", "hoort", "staat", "stond", "heeft", "heb", "had", "kan", "kun", "kunt", "mag",
    "moet", "komt", "krijg", "krijgt", "belt", "bereikt", "vindt", "gaat", "wil", "wilt", "werkt", "woont", "en", "of",
    "maar", "want", "dus", "ook",
];
/// What joins two data.
pub(crate) const JOINTS: [&str; 3] = ["of", "en", "&"];
