//! What is never personal data: help lines, the movement's public contacts, laws, sayings, people everybody knows.
//!
//! Sources: the movement's own pages (its addresses and number), the help lines' own pages, general knowledge.

use crate::doc::{Doc, Sort};
use crate::resolve::Candidates;
use core::ops::Range;

/// Phrases with names in them that mean nobody; folded words, one phrase between semicolons. A phrase is looked for by its first word.
static PHRASES: &str = "signs of safety;koningin juliana;koningin wilhelmina;koningin beatrix;koningin emma;koningin maxima;prinses beatrix;prinses amalia;elsa uit frozen;jan en alleman;jan en allemans;jan met de pet;jan modaal;jan rap;jan rap en zijn maat;jan klaassen;jan zonder land;jan lul;jan doedel;janboel;joost mag het weten;joost mag weten;mag joost weten;dat mag joost;mijn naam is haas;naam is haas;klaar is kees;pietje precies;piet precies;piet lut;brave hendrik;ot en sien;jip en janneke;jip en janneketaal;romeo en julia;hans en grietje;tom en jerry;bert en ernie;suske en wiske;nick en simon;suzan en freek;acda en de munnik;bassie en adriaan;tante pos;tante betje;ome jan;oom agent;ome agent;vadertje staat;moeder natuur;moeder aarde;moeder teresa;anne frank;harry potter;sint maarten;sint nicolaas;sint jan;zwarte piet;zwarte pieten;koning willem alexander;willem alexander;koningin maxima;prinses amalia;prinses beatrix;mark rutte;mickey mouse;donald duck;dagobert duck;bob de bouwer;pippi langkous;peter pan;nelson mandela;martin luther king;willem van oranje;vincent van gogh;van gogh;roald dahl;annie mg schmidt;annie m g schmidt;carry slee;dolfje weerwolfje;max verstappen;taylor swift;ariana grande;billie eilish;joost klein;davina michelle;dik trom;kees de jongen;hansje brinker;pietje bell;roodkapje;klein duimpje;frank en vrij;vrij en frank;een hans worst;hans worst;hansworst;een jantje van leiden;jantje van leiden;zich van den domme;van den domme;heer des huizes;dames en heren;geachte heer;geachte heer mevrouw;de heer en mevrouw;jantje beton;jan linders;jan van leiden;jantje huilt jantje lacht;jantje lacht jantje huilt;wet van murphy;de wet van murphy;prins bernhard;prins claus;prinses juliana;prinses maxima;huis van thorbecke;johan cruijff;johan cruyff;cruyff court;cruyff courts;johan cruyff court;krajicek playground;richard krajicek;ronald mcdonald;ronald mcdonaldhuis;ronald mcdonald huis;albert heijn;albert einstein;jan smit;andre hazes;guus meeuwis;frans bauer;lionel messi;cristiano ronaldo;virgil van dijk;frenkie de jong;memphis depay;kylian mbappe;lieve hemel;lieve help;lieve god;beste mensen;blote jan;hoe heet het;hoe heet dat;haantje de voorste;sinte maarten;boze wolf;kat in t bakkie;van hot naar her;frank sinatra;elvis presley;michael jackson;justin bieber;bob marley;mona lisa;charlie chaplin;mr bean;dr phil;sherlock holmes;james bond;luke skywalker;darth vader;super mario;koning arthur;robin hood;florence nightingale;rosa parks;malala yousafzai;greta thunberg;oprah winfrey;barack obama;donald trump;willem wever;hugo de jonge;klaas vaak;repelsteeltje;holle bolle gijs;lange jan;lange jaap;domme gans;magere hein;malle pietje;malle babbe;jan salie;jan hagel;jan boezeroen;jan kaas;jan klap;keulen donderen;ome willem;de film van ome willem;tante sidonia;tante lien;meester jaap;juf ank;juf roos;ma flodder;buurman en buurman;oom dagobert;kindje jezus;van de een;den uyl;van rossem;thorbecke;lof der zotheid;de beer is los;hart van nederland;heen en weer;tijd voor max;zon maan en sterren;sterren en strepen;mies bouwman;dokter bibber;dokter google;doctor strange;dr oetker;mevrouw de voorzitter;meneer de voorzitter;meneer de wethouder;mevrouw de wethouder;mevrouw de burgemeester;meneer de burgemeester;mevrouw de minister;meneer de minister;meneer de directeur;mevrouw de directeur;mevrouw de rechter;meneer de rechter;heer rechter;meneer de president;mevrouw de president;wet goed verpleegd;sint en piet;appie heijn;wie van de drie;ik hou van holland;boer zoekt vrouw;lang zal ze leven;vrije school;rode kruis;groene hart;kees van kooten;van kooten en de bie;jan terlouw;koningin emma;koning salomo;salomonsoordeel;job s tijding;adam en eva;kain en abel;thomas de trein;roosje mijn roosje;in den beginne;johannes paulus;florence en;elke dag";

/// The first words of [`PHRASES`] are looked up by hash; the table is built once.
fn phrases() -> &'static PhraseTable {
    static TABLE: std::sync::OnceLock<PhraseTable> = std::sync::OnceLock::new();
    TABLE.get_or_init(|| PhraseTable::new(PHRASES))
}

/// Phrases between semicolons, found by the hash of their first word; the longest of those with the same word first.
#[derive(Debug)]
pub struct PhraseTable {
    text: &'static str,
    at: Vec<(u32, u64)>,
}

impl PhraseTable {
    /// Reads the phrases; a "!" before one is left to the reader.
    #[must_use]
    pub fn new(text: &'static str) -> Self {
        let (mut at, mut start) = (Vec::new(), 0);
        for phrase in text.split(';') {
            let first = phrase.split(' ').next().unwrap_or_default();
            let long = u64::from(u32::MAX) - phrase.len() as u64;
            at.push((crate::lists::hash(first.strip_prefix('!').unwrap_or(first)), long << 32 | start as u64));
            start += phrase.len() + 1;
        }
        Self { text, at: crate::lists::sorted(at) }
    }

    /// The phrases that begin with a word of this hash.
    pub fn starting(&self, hash: u32) -> impl Iterator<Item = &'static str> {
        let from = self.at.partition_point(|p| p.0 < hash);
        let text = self.text;
        self.at.iter().skip(from).take_while(move |p| p.0 == hash).map(move |p| {
            let rest = text.get((p.1 & u64::from(u32::MAX)) as usize..).unwrap_or_default();
            rest.split(';').next().unwrap_or_default()
        })
    }
}

/// Takes the allowed phrases out of the search.
pub fn mark(doc: &Doc<'_>, found: &mut Candidates) {
    let table = phrases();
    for i in 0..doc.tokens.len() {
        let Some(first) = doc.word(i) else { continue };
        let word = doc.fold(first);
        let hash = crate::lists::hash(word);
        for phrase in table.starting(hash) {
            let Some(end) = matches(doc, i, phrase) else { continue };
            // Somebody who is called Jan Smit says so: "mijn begeleider Jan Smit" stays a name when a role or title is before it.
            let named = doc.was(i, 1, crate::words::Class::Role)
                || doc.was(i, 1, crate::words::Class::Job)
                || matches!(doc.before(i, 1), "heet" | "juf" | "mevrouw" | "mentor");
            let saying = phrase.split(' ').count() > 2 || word == "naam";
            if !named || saying {
                found.allow(i..end);
            }
        }
    }
}

/// Matches words across a dash ("Jip-en-Janneke", "Willem-Alexander").
fn matches(doc: &Doc<'_>, i: usize, phrase: &str) -> Option<usize> {
    let mut at = i;
    for word in phrase.split(' ') {
        if at > i && doc.at(at) == "-" && doc.glued(at) {
            at += 1;
        }
        if doc.at(at) != word {
            return None;
        }
        at += 1;
    }
    Some(at)
}

/// Public numbers: the movement's, a firm's example of the help text, and the Kindertelefoon's free line.
pub fn public_number(figures: &str) -> bool {
    matches!(
        figures,
        "0302843200"
            | "31302843200"
            | "0031302843200"
            | "0885551000"
            | "31885551000"
            | "0900113"
            | "116111"
            | "0885050113"
    ) || figures.starts_with("0800")
        || figures.starts_with("0900")
}

/// Hosts of the movement, the help lines and public bodies.
static HOSTS: &str = " radicalevernieuwing.nl loc.nl 113.nl kindertelefoon.nl veiligthuis.nl ikvermoedhuiselijkgeweld.nl jeugdstem.nl akj.nl kinderombudsman.nl dekinderombudsman.nl rijksoverheid.nl politie.nl wijzijnmind.nl mind.nl mindkorrelatie.nl mindblue.nl slachtofferhulp.nl fier.nl chatmetfier.nl centrumseksueelgeweld.nl helpwanted.nl sense.info jouwggd.nl alleshulp.nl defensieforchildren.nl defenceforchildren.nl kjrw.nl kinder-enjongerenrechtswetswinkel.nl rechtspraak.nl wetten.overheid.nl overheid.nl igj.nl nji.nl jeugdzorgnederland.nl wmcz.nl ncj.nl voordejeugd.nl kenniscentrum-kjp.nl nos.nl youtube.com google.com google.nl wikipedia.org nl.wikipedia.org tiktok.com instagram.com facebook.com whatsapp.com netflix.com spotify.com minecraft.net roblox.com marktplaats.nl bol.com ";

/// Whether an e-mail or web address is a public one of [`HOSTS`]: by its host, with or without "www." and a page behind it.
pub fn public_address(doc: &Doc<'_>, tokens: Range<usize>) -> bool {
    let mut text = String::with_capacity(48);
    for i in tokens {
        let Some(token) = doc.tokens.get(i) else { break };
        let word = doc.fold(token);
        match (token.sort, word) {
            (Sort::Word, "punt" | "dot") => text.push('.'),
            (Sort::Word, "at" | "apenstaartje") if token.spaced => text.push('@'),
            _ => text.push_str(word),
        }
    }
    let mail = text.rsplit_once('@').map(|(_, host)| host);
    let host =
        mail.unwrap_or_else(|| text.split_once(':').map_or(text.as_str(), |(_, rest)| rest.trim_start_matches('/')));
    let (host, page) = host.split_once(['/', '?', '#']).map_or((host, ""), |(host, page)| (host, page));
    let host = host.strip_prefix("www.").unwrap_or(host);
    // A page on a social network is somebody's; the network itself is not.
    let social = matches!(
        host,
        "youtube.com" | "tiktok.com" | "instagram.com" | "facebook.com" | "marktplaats.nl" | "google.com"
    );
    !(social && (mail.is_some() || page.len() > 1)) && HOSTS.split(' ').any(|known| !known.is_empty() && known == host)
}
