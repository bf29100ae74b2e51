//! Phrases that make a class, the list of the rules, and how rules are written. The rules by kind are next door.
//!
//! Small words are Dutch words, capitals are classes of the lexicon or of a phrase. `>` (or nothing): in this order, one word
//! may stand between, `~3` before a term lets three stand between. `&`: any order in one sentence. `&&`: any order in one part
//! of a sentence. `|`: or. `!`: not near it. `$`: the match closes its clause. `%`: a
//! denial near it says nothing.
//! A cue names the ground of a rule in a code; it never names a method, and no rule's words are shown to anybody.

use super::SignalKind;
use super::rules_others::{RUNNING_AWAY, SEXUAL_ABUSE, VIOLENCE};
use super::rules_self::{SELF_HARM, SUICIDE};

/// Phrases that become a class of their own; each may use the ones above it.
pub(super) const PHRASES: &str = "
NIETMEER = > niet|nooit|geen|niks|niets ~1 meer|langer|verder
NIETMEER = > niet ~1 verder
NIETMEER = > nooit ~1 meer
NIETEN = > niet|nooit|geen|niks|niets
ERNIETZIJN = > er ~1 NIETMEER ~2 ben|zijn|was|bent|is|zou|wil|hoef
ERNIETZIJN = > er ~1 niet|nooit ~1 was|ben|zijn|geweest|waren
ERNIETZIJN = > er ~2 NIETMEER ~0 zijn|ben|was|wezen
ERNIETZIJN = > ben|bent|is|was|zijn ~2 er ~1 NIETMEER
ERNIETZIJN = > er ~2 NIETMEER ~1 hoef|wil|hoeft|wilt|wilde ~1 zijn
ERNIETZIJN = > er ~2 niet|nooit ~1 geweest
ZONDERMIJ = > zonder ~0 mij|me|mijn|ik
ZONDERMIJ = > als|wanneer ik ~1 WEGZIJN
ZONDERMIJ = > als|wanneer ik ~1 ERNIETZIJN
ZONDERMIJ = > als|wanneer ik ~1 DOOD
ZONDERMIJ = > van ~0 me|mij ~1 af
VOORALTIJD = > voor ~0 altijd|eeuwig|eeuwigheid|goed
VOORALTIJD = > VOORALTIJD_
VOORALTIJD = > altijd ~1 blijven
GEENZIN = > geen|nul ~1 zin|nut|betekenis|waarde|doel
GEENZIN = > zin|nut|waarde ~1 niet
GEENZIN = > ZINLOOS
GEENZIN = > niks|niets ~1 waard|voor
VOORMIJ = > voor|van ~0 mij|me|hem|haar|ons
EINDE = > er ~2 eind|einde|punt|stop|streep ~1 aan|achter|onder
EINDE = > einde|eind|punt ~1 aan|achter ~2 LEVEN
SOORT = > een|mijn|onze|de|die|dat ~2 KIND
VICT = > ME
VICT = > IK
VICT = > mijn|onze|een|me|haar|zijn|de|die|dat|ons|deze|elke|hun ~3 KIND
VICT = > mijn|onze|de|ons|haar|zijn ~1 KINDEREN|kind
VICT = > HAAR
VICT = > mama|moeder|elkaar
EIGEN = > mijn|onze|een|me|haar|zijn|ons ~3 KIND|VOLWASSENE
EIGEN = > IK|ME|HIJ|HAAR
PERP = > DADER
PERP = > VOLWASSENE
PERP = > leraar|juf
VANAF = > van|voor|onder|op|uit|tegen ~2 BRUGGEN
AANRAAK = > aan ~1 ME|HAAR|INTIEM
AANRAAK = > aan ~3 KIND
WEGLOOP = > LOOPWEG
WEGLOOP = > LOOP ~4 weg !met
WEGLOOP = > weg ~1 LOOP|loopt
WEGLOOP = > smeer|smeren|smeert ~1 m|em|hem|hm
WEGLOOP = > er ~2 vandoor
WEGLOOP = > ervandoor|vandoor
WEGLOOP = > op ~1 de vlucht
WEGLOOP = > ben ~3 weg ~1 hier
NAARHUIS = > naar ~2 HUIS
NAARHUIS = > van ~0 huis
NAARHUIS = > thuis
NIETTERUG = > NIETMEER|nooit|niet ~4 terug|teruggaan|teruggaat|terugga|terugkomen|terugkom|teruggaat
NIETTERUG = > terug ~3 NIETMEER|nooit|niet
BLAUW = > blauwe|blauw|beurse|rode ~1 plekken|plek|striemen
BLAUW = > brandplekken|striemen|bulten|kneuzingen|brandwonden
";

/// Rules by kind.
pub(super) const RULES: &[(SignalKind, &str)] = &[
    (SignalKind::Suicide, SUICIDE),
    (SignalKind::SelfHarm, SELF_HARM),
    (SignalKind::Violence, VIOLENCE),
    (SignalKind::SexualAbuse, SEXUAL_ABUSE),
    (SignalKind::RunningAway, RUNNING_AWAY),
];
