//! Sayings that mean no harm, phrases that make a class, and the rules of the danger signals.
//!
//! Small words are Dutch words, capitals are classes of the lexicon or of a phrase. `>` (or nothing): in this order, one word
//! may stand between, `~3` before a term lets three stand between. `&`: any order in one sentence. `&&`: any order in one part
//! of a sentence. `|`: or. `!`: not near it. `$`: the match closes its clause.
//! A cue names the ground of a rule in a code; it never names a method, and no rule's words are shown to anybody.

use super::SignalKind;

/// Sayings: their words lose their meaning.
pub(super) const IDIOMS: &str = "
> ik ~1 vermoord ~0 hem|haar|je|jullie|die|iedereen|ze|mijn
& gesneden|sneed|snee scheren|geschoren|scheermes|scheerschuim
& opgesloten|gevangen|dood|weglopen|weggelopen|vermoord|verstop|verstopt|schieten boefje|boefjes|verstoppertje|tikkertje|verkleden|naspelen|buitenspelen
& opgesloten trein|storing|bus|toilet|kasteel|rij|metro|vliegtuig
> weglopen|opsluiten|slaan|vluchten|wegrennen ~0 lost|helpt|is|werkt|heeft|moet|mag|hoort
& gooit|gooi|gooide|duwt|duwde|geduwd zwembad|water|lucht|zee|schommel|sneeuw|karretje|rolstoel|buggy|slee
& honger gym|sporten|training|voetbal|zwemmen|fietsen|hockey
> slaan|sloegen ons ~2 erdoorheen|doorheen|er
> mijn|me dood ~1 zou|is|zijn
> dood ~2 zou ~1 zijn ~1 een
& springen|spring|sprong blijdschap|vreugde|geluk|lucht|trampoline|touwtje|bed
& niet meer vol|pizza|eten|buik|lachen|wachten kan
> klaar met ~1 alles ~0 uitleggen|regelen|opschrijven|invullen|inpakken|opruimen|leren
& durf niet huis bellen|appen
# dying of laughter
> lach|lachen|lachte|gelachen|lacht ~3 dood|kapot|stuk|rot
> dood|stuk|kapot ~1 gelachen|lachen
> schaam|schaamde|schamen|schaamt|schrok|schrik|schrikt|schrikken|verveel|verveelt|vervelen|verveelde|werk|werken|werkt|erger|ergert|ergerde|zoek|zoekt|zocht|wacht|wachten|gier|geneer|geneerde|schrokken|betaal|kosten ~3 dood|kapot
> dood ~1 geschrokken|verveeld|geschaamd|gewerkt|geërgerd|gezocht
> ga|ging|gaan|gaat ~1 dood ~1 van|toen|door|aan|hier ~5 lachen|hitte|honger|warmte|kou|schaamte|verveling|saai|stress|leuk|grappig|struikelde|cringe|dorst|spierpijn
> echt|letterlijk|helemaal ~0 dood|stuk|kapot
> ik ga|ging stuk|kapot|dood $
> ga|ging|gaan ~4 dood & FICTIE
& DIER dood|doodgaan|gestorven|overleden
> DIER ~2 is|was|ging|gaat|zijn ~2 dood|overleden
& telefoon|mobiel|batterij|accu|laptop|oplader|internet|wifi|plant|planten|plantje|server|tablet|ipad dood
> dood|dode ~0 spoor|punt|hoek|tij|letter|seizoen|gewoon|op|water|moment|hout|eind|stil|taal
> bang voor ~1 de dood
> opa|oma|vader|moeder|man|vrouw|papa|mama|broer|zus|tante|oom|buurman|overgrootoma|oudoma ~2 is|was|ging|zijn ~2 dood
> tot de dood
> op leven en dood
> over mijn lijk
# murder as praise
& vermoorden|wurgen|doodslaan|slaan kan|zou|wel|kon koekjes|grappig|lief|trui|chocola|schattig|jaloers|irritant|haha|lol
> kan ~2 wel ~2 vermoorden|wurgen|schieten|doen|slaan
> voor ~1 hoofd|kop ~3 slaan
# to strike, otherwise
> slaat|sloeg|slaan ~1 nergens op
> nergens op slaat|slaan|sloeg
& slaat|slaan|sloeg|sla|sloegen|geslagen|trap|trapt|trapte|schopt|schopte|schoppen|trappen|gooi|gooit|gooide|stoot|klap|mept|gooien|slaag|gemept DING !mij !tegen
> slaat|slaan|sloeg|sla|geslagen ~2 over|dicht|om|toe|in|af|aan|open|alarm|linksaf|rechtsaf|gade|munt
> sloeg|slaan|slaat|sloegen ~3 doorheen|bladzijde|bladzijden|slag|gat|figuur|flater
> sloegen ons er
> wind|regen|golven|hagel slaat|slaan
> klok|kerkklok ~1 slaat|sloeg
> hart slaat|sloeg
> spijkers ~2 koppen slaan
> munt uit slaan
> pak slaag ~2 met|bij|tegen
> pak slaag $ & FICTIE
> klap ~2 gezicht ~2 van ~1 gemeente|instelling|school|rechter
> vallen|vielen|vallen er klappen ~1 in|bij
> er vallen|vielen klappen
> tik op ~1 vingers
> een|de tik|klap van ~1 molen
> trap|trappen ~1 op|af|naar|omhoog
> in|van ~0 trap
> trap|trapte ~2 erin
> tegen ~1 paal|regels|plafond
> geslagen hond
> hand|handen ~2 slaan
# to cut, otherwise
& snij|snijd|snijdt|snijden|gesneden|sneed|kras|krast|krassen|gekrast|opensnijden|snee ETENSWAAR !mezelf !zichzelf !LIJF
> snij|snijd|snijdt|snijden|sneed|gesneden ~4 budget|uren|kosten|begroting|uitgaven|subsidie|zorg|ziel|hart|hout|bocht|bochten|onderwerp|geld|personeel|banen|hulp
> snijden|gesneden ~1 aan
> in ~2 vinger|duim|vingers
> krassen|schram|schrammen|krabben|krab ~3 van ~1 kat|poes|hond|struik|braam|rozen|val
& krassen|schram|schrammen|krab kat|poes|katten|rozenstruik|braamstruik|telefoon|scherm|auto|lak|brommer|fiets
& tattoo|tatoeage|tattoos strepen|arm|streep|been|litteken|naald
& prik|prikje|prikt|geprikt|prikken dokter|vaccin|inenting|griepprik|zuster|ggd|verpleegkundige|tandarts
& haren|haar|hoofd uit|trek|trekken kapper|vlecht|vlechten|staart
# running, otherwise
> weglopen|wegloop|weggelopen|wegloopt ~1 met
> loop|loopt|liep|lopen ~4 weg met
> hoog ~1 weglopen|weg|wegloopt
> hoog weg
> loop|loopt|lopen|liep ~2 hoog weg
> loop|loopt|lopen|liep|wegloopt|weglopen ~3 weg|niet ~1 voor ~4 verantwoordelijkheid|problemen|gesprek|moeite|werk
> weglopen|wegloopt voor ~3 verantwoordelijkheid|problemen|gesprek|moeite|moeilijke
> winst|geld|water|tijd|personeel|mensen|collega|medewerkers|klanten|idee|benzine|kraan ~3 loopt|lopen|weglopen|liep|weggelopen ~3 weg|naar|uit|helemaal
& DIER weglopen|weggelopen|loopt|ontsnapt|ontsnappen|zoek|weg|vermist|wegloopt|vluchten|liep|gevlucht|gekomen|kwijt
& escape ontsnapt|ontsnappen|opgesloten|room|ontsnap
> aan ~2 ontsnappen|ontsnapt
> kom|komt|komen|kwam ~3 terug op ~3 terug|besproken|vraag|punt|mail
> kom ~2 hier ~2 op terug
& niet|nooit meer terug KAMP|koor|club|cursus|vereniging|vergadering|werk|bestuur|begeleider|juf|meester|mentor|docent|les
& slaap|slapen|slaapt|geslapen KAMP
& tas|rugzak|koffer|spullen KAMP
& weg vanavond|vannacht|morgen|ga|gaan|stiekem KAMP|vrienden|app|boodschappen|oma|vriendin|mama
> thuis ~2 zoek
# no more, but of something
> zie|zien|ziet ~1 die|deze|dat|dit|mijn|zo ~4 niet ~0 meer zitten
> niet ~1 meer ~1 zitten om ~6 reizen|werken|fietsen|trainen|naar
> niet|nie ~1 meer ~0 zitten met|bij|op
> niet ~0 zitten
> trek|trekt|trok ~1 die|deze|dat|mijn ~4 niet
> hou|houd|houdt ~2 niet ~1 meer uit|vol zonder|met|van|in
> kan|kon ~1 niet ~1 meer van ~2 lachen
> kan|kon ~1 niet ~1 meer ~0 wachten|stoppen ~3
> kan niet ~1 leven zonder
> leven zonder ~1 muziek|telefoon|wifi|internet|voetbal|chocola|koffie|paarden|game|games|insta
> leven ~0 van|volgens|onder ~2 uitkering|bijstand|lucht|weinig|niks|geld|regels|toezicht
& verdwijnen schaamte|cringe|grond|genant
> door ~1 grond
> zonder mij|ons ~2 beslist|besloten|praten|gepraat|beslissen|overleg|vergadering|beslissingen|vergaderd
& zonder mij|ons besloten|beslist|beslissen|beslissing|beslissingen|gepraat|praten|overleg|vergadering|vergaderen|verslag|gepland|gesprek
> in ~1 zevende hemel
> einde|eind|punt ~2 aan|achter ~1 de|het|dit|die ~1 wachtlijst|wachtlijsten|geweld|verhuizen|regels
> er niet ~0 meer bij
> er niet ~0 meer ~0 op|in|bij ~1 deze|die|school|groep|werk|team|vergadering
& er niet meer KAMP|mbo|verhuis|verhuizen|school|stage|collega|tandarts|baan|diploma|pensioen|vergadering|neemt|dienst|stop|werk
> plannen|plan ~2 verdwijnen
> laatste ~1 bericht|berichtje ~2 niet
> mooie afscheidsbrief
& afscheidsbrief juf|meester|klas|groep|collega|begeleider|gekregen|team
# secrets and touch, otherwise
& weten|geheim|geheimpje|vertellen|geheime verrassing|surprise|cadeau|feest|feestje|club|clubhuis|hut|recept|sinterklaas|verjaardag|schat
> raakte|raakt|raken ~1 mijn|me ~1 hart|diep|kwijt|gewend|aan|erg ~1 praat|hart|kwijt|gewend
> raak|raakt|raakte ~2 aan ~1 de praat
> in ~1 contact
> misbruik ~1 van
> misbruik gemaakt|maken
> machtsmisbruik|alcoholmisbruik|drugsmisbruik|middelenmisbruik
> seksuele ~1 voorlichting|opvoeding|gezondheid
> seksueel ~0 misbruik|geweld
& dingen doen|leren school|mentor|leren|saai|saaie|afwassen|opruimen|vegen|huiswerk|klusjes|corvee|stofzuigen|juf|meester|zoals
& s nachts|kamer|bed|nacht DIER
& s nachts|bed|kamer zusje|broertje|nachtdienst|naar|eng|onweer|droomt|onweert|nachtmerrie
> zit|zat|zitten ~2 aan ~1 mijn|me|de ~1 tafel|spullen|bureau|telefoon|computer|kant|bureau|laptop|eettafel|koffie|water|thee
> het|dat|dit|wat doet|deed|doen ~2 me|mij|ons ~2 pijn
> doet|deed ~1 me|mij ~1 pijn dat|om|als
# locked up, otherwise
> opgesloten ~2 regels|formulieren|papieren|hoofd|systeem|schema|wc|lift|bestand|lichaam
& opgesloten ongeluk|wc|lift|regels|formulieren|papieren|boeven|hond|kippen
& opsluiten|opsluit boeven|dieven|kippen|heks|toneel
> voel ~2 opgesloten
& slot fiets|wc|kluis|telefoon|scooter|brommer|kluisje|locker|sleutel|kwijt
> buitengesloten
> sluiten ~5 om ~2 uur
> sluiten ~3 af
# food and fear, otherwise
> geen eten mee
& eten geen|niks lust|lekker|mee|kantine|vergeten|besteld|spruitjes
& honger pannenkoeken|wanneer|lunch|patat|pizza|snack|trek|koekje|friet
& bang spin|spinnen|donker|onweer|tandarts|toets|examen|hoogte|water|honden|naalden|slangen|muizen|vliegen|prik|wespen|clowns|vuurwerk|gesprek|rekening
& durf|durft duikplank|presenteren|klas|spreekbeurt|podium|zingen|zwemmen|vragen|achtbaan
> blauwe plek|plekken|plekje ~4 knie|voetbal|fiets|trap|gym|judo|val
& blauwe gevallen|viel|voetbal|voetballen|fiets|fietsen|hockey|gym|judo|schaatsen|stootte|gestoten|skaten !ZEGT !zeg
& LAATALLEEN alleen oma|opa|prima|bed|voetbal
";

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
BLAUW = > striemen|bulten|kneuzingen|brandwonden
";

/// Rules by kind.
pub(super) const RULES: &[(SignalKind, &str)] = &[
    (SignalKind::Suicide, SUICIDE),
    (SignalKind::SelfHarm, SELF_HARM),
    (SignalKind::Violence, VIOLENCE),
    (SignalKind::SexualAbuse, SEXUAL_ABUSE),
    (SignalKind::RunningAway, RUNNING_AWAY),
];

const SUICIDE: &str = "
85 sleep_forever > NIETMEER ~1 wakker ~1 worden|word|wordt|werd !van
85 no_way_on > LEVEN ~2 NIETMEER ~2 zitten
80 no_way_on > NIETMEER ~1 zie|ziet|zien ~0 zitten
85 heaven & engeltjes|engel|engelen|engeltje|sterretje|ster bij|worden WIL|liever
75 ending_life > onder ~1 bus|trein|auto|tram|vrachtwagen|metro ~1 kom|lopen|springen|ga|loop|komen|kwam|liggen|gooien
75 no_way_on > ik ~2 hoef ~2 NIETMEER $
70 no_way_on > WIL ~2 het|dit|leven ~3 NIETMEER $ !naar
75 no_way_on & NIETMEER WIL dit|het leven|allemaal $
70 not_be_here & alles zwart|stil|donker WIL wordt|is|was|worden
85 ending_life & uitgezocht|opgezocht|bedacht|gepland|gegoogeld|besloten|opgeschreven|weet hoe het doen|doe|ga ik !feest !werkstuk
75 farewell & weggegeven|weggeven|weggeef|uitgedeeld spullen|alles|knuffels NIETMEER|nodig|afscheid|straks
85 farewell > dit ~1 is|wordt ~1 mijn|een|me ~1 afscheid
80 farewell & afscheid zorg|zorgen|lief|goed ik|mijn jullie|broertje|zusje|mama|allemaal !team
80 farewell > zorg|zorgen ~2 goed ~1 voor ~4 als ~3 ERNIETZIJN|weg|dood
80 sleep_forever & licht uit VOORALTIJD
75 no_way_on & rondloop|rondlopen|loop|ben GEENZIN WERELD|hier|nog
75 wish_to_die & begrafenis mijn|me|ik niemand|wie|komen|straks|muziek !oma !opa !overleden
80 wish_to_die > WIL ~4 DOOD ~1 ga|gaan|gaat|ben|zijn !niet !nooit !DIER !GROOTOUDER
85 wish_to_die > doodga|doodgaan|sterf|sterven|inslaap ~2 in|tijdens ~2 slaap
80 wish_to_die > voelt ~3 alsof ~1 ik ~3 DOOD
85 wish_to_die > nooit|niet ~1 had|hebben|heb ~1 bestaan|geleefd
80 wish_to_die & GEBOREN had|was|waarom nooit|niet|ooit|eigenlijk ik|mij|me
80 burden & makkelijker|beter|fijner|rustiger|blijer iedereen|mama|moeder|ouders|jullie|hen|ze|gezin ZONDERMIJ|ERNIETZIJN|WEGZIJN !huiswerk
80 burden > blijer|gelukkiger|beter ~1 is|zijn|zou ~1 ZONDERMIJ
95 wish_to_die && LEEF NIETMEER WIL|KAN|zin|HOEF|hoeft|DURF
95 wish_to_die & LEEF NIETMEER WIL !in !van
90 wish_to_die > IK|HIJ ~2 NIETMEER ~1 besta|leef|bestaat|leeft
90 wish_to_die > besta|leef ~2 ik ~1 NIETMEER
90 wish_to_die > dan|want besta|leef ~2 NIETMEER
90 wish_to_die && DOOD WIL|dood_ IK|HIJ|KIND|REFL !niet !nooit
95 wish_to_die > wil|wilt|wilde|wou ~2 DOOD !niet !nooit
90 wish_to_die > ik|hij|ze|zij ~1 DOOD ~0 wil|wilt|wilde|wou|zou
90 wish_to_die > WOU ~1 dat ik|ze|hij|zij ~2 DOOD
90 wish_to_die > liever|beter ~1 DOOD
90 wish_to_die > DOOD ~2 beter|liever|wens|zijn
90 wish_to_die > was ~0 ik|ze|hij ~1 maar ~1 DOOD
90 wish_to_die > ik|ze|hij ~0 maar DOOD
90 wish_to_die > waarom ~1 ben|ga ~1 ik ~2 DOOD
85 wish_to_die & ik DOOD STRAKS !bang !GROOTOUDER
85 wish_to_die % > als ~0 ik ~1 DOOD ~0 ben|ga|was !GROOTOUDER
90 wish_to_die & GEBOREN nooit|niet WIL|had|was|beter|liever|moeten|hoefde|gewild
85 wish_to_die > nooit ~2 GEBOREN
90 not_be_here & ERNIETZIJN WIL|beter|liever|STRAKS|spijt|niemand|iedereen|hoef|WOU|denk|dacht !GROOTOUDER !bij !wij !we
85 not_be_here > als ik ~1 ERNIETZIJN !GROOTOUDER
85 not_be_here > dat ~0 ik|ze|hij ~1 ERNIETZIJN
80 not_be_here > STRAKS ~3 ben ~1 ik ~1 er ~1 NIETMEER !GROOTOUDER !bij !op
80 not_be_here > ik ~2 er ~2 NIETMEER ~1 ben|zijn|wil !GROOTOUDER !bij
80 not_be_here & ik STRAKS WEGZIJN VOORALTIJD
75 not_be_here > wil|wilde|wou|wilt|gewoon ~4 verdwijnen
75 not_be_here > kon|kan|mocht ~4 verdwijnen
80 not_be_here & verdwijn|verdwijnen|verdween|verdwenen MERK|niemand|iedereen|MIS|beter IK|ME
75 not_be_here > WOU ~1 dat ~0 ik ~4 verdwijnen|verdween|verdwijn
85 not_be_here & weg|verlaten|af|uit deze|de WERELD WIL|ik|hij|ze !planten !plastic
80 not_be_here > weg ~1 van|uit|af ~2 wereld|aarde|leven
85 sleep_forever & WAKKER NIETMEER WIL|SLAAP|hopelijk|hoef|zou|fijn|hoop
85 sleep_forever & SLAAP VOORALTIJD WIL|KAN|KAN|ik|gewoon
85 sleep_forever & ogen|slaap dicht|NIETMEER|doen|open nooit|VOORALTIJD
80 sleep_forever & rust VOORALTIJD
85 burden & ZONDERMIJ BETER IEDEREEN !huiswerk
90 burden > beter af ~2 ZONDERMIJ
90 burden & beter af ZONDERMIJ
75 burden > wereld|leven|gezin|thuis ~3 ZONDERMIJ
75 burden & niemand|niet MIS ME !gemist
80 burden & niemand|niemand MERK|MIS WEGZIJN|ERNIETZIJN|DOOD|verdwijn
85 burden & niemand MERK|MIS als|wanneer ik|me|mij WEGZIJN|ERNIETZIJN|DOOD|ga
80 burden & last ben|blok|tot iedereen|anderen|jullie|familie|ouders|allemaal|mama
80 burden & beter als ik ga|WEGZIJN|ERNIETZIJN|sterf|DOOD|stop !naar
80 burden & blij|opgelucht|rust iedereen|jullie|ze|mama|ouders ik DOOD|WEGZIJN|ERNIETZIJN
85 no_way_on > zie|ziet|zien|zag ~3 NIETMEER ~0 zitten|ziten
75 no_way_on & geen uitweg|ontsnapping
75 no_way_on & geen toekomst zie|ziet|VOORMIJ|heb|mij|mezelf
80 no_way_on & hoeft|hoefde NIETMEER VOORMIJ|LEVEN|allemaal|alles
75 no_way_on > hoeft ~1 allemaal|alles|mij|me ~3 NIETMEER
85 no_way_on > klaar met ~2 LEVEN|bestaan
80 no_way_on > klaar met ~1 alles $
85 no_way_on > klaar met ~1 dit|het ~0 leven
85 no_way_on > moe|zat|beu|genoeg ~3 LEVEN
85 no_way_on > LEVEN|leven ~2 moe|zat|beu $
85 no_way_on > ben|is ~2 levensmoe
85 no_way_on & LEVEN GEENZIN
80 no_way_on & LEVEN NIETMEER ZINLOOS|waard|zin|betekenis|leuk
75 no_way_on & alles|allemaal GEENZIN meer|mij|toch|meer
80 no_way_on > waarom|waarvoor ~4 LEEF
80 no_way_on > waarom|waarvoor ~2 ik ~2 LEEF
70 no_way_on > wat doe ik ~0 hier ~1 nog|eigenlijk
80 no_way_on > wat doe ik ~1 op ~2 WERELD
65 no_way_on > ik ~1 kan|kon ~2 NIETMEER $ !lopen !slapen
65 no_way_on > kan|kon ~1 NIETMEER $ !vandaag !komen !naar
75 no_way_on > kan ~1 NIETMEER ~0 echt|leven|vechten
75 no_way_on > wil|kan ~2 NIETMEER ~1 verder|doorgaan|vechten|door !lezen !naar !praten !werken
75 no_way_on > niet ~1 verder ~1 wil|kan|wilt|wilde|leven !naar !lezen !praten
65 no_way_on > IK ~2 wil ~2 NIETMEER $ !naar
65 no_way_on > trek|trekt|trok ~1 het|dit|alles|leven ~2 NIETMEER
65 no_way_on > hou|houd|houdt|hield ~1 het|dit|alles ~2 NIETMEER ~1 vol|uit
70 no_way_on & volhouden NIETMEER IK|HIJ|KIND
75 no_way_on & stopt|ophoudt|voorbij|over|stoppen VOORALTIJD WIL
75 no_way_on > hoop|wil|wou|wilde ~4 dat ~1 het|alles|dit ~3 ophoudt|stopt|voorbij ~1 voor|voorgoed
70 no_way_on & geef|gegeven op leven|mezelf|alles
75 no_way_on > ik ~1 geef|gaf ~1 het ~1 op $
90 ending_life & LEVEN stap|stappen|stapt|beroven|beroofd|benemen|beeindigen|beeindigd|beeindig|einde|eind|benam
90 ending_life > uit ~1 LEVEN
85 ending_life & EINDE IK|HIJ|KIND|mezelf !we !wij
80 ending_life > einde|eind ~1 maken ~0 aan ~1 alles|het ~0 leven|bestaan
80 ending_life > stap|stappen|stapt ~1 eruit !team !project !commissie !raad
80 ending_life > eruit ~1 stappen|stap|stapt !team !project !commissie !raad
75 ending_life > wil|ga|wilt|gaat ~2 eruit $
85 ending_life > plan ~4 STRAKS|wanneer|hoe
85 ending_life & plan ik weet wanneer|hoe stil|daarna|klaar|laatste|doen
85 ending_life > weet ~1 al ~1 hoe|wanneer|waar ~1 ik ~2 doe|ga|doen
95 ending_life & OMBRENG REFL !grappig !werken !hoofd
85 ending_life > mezelf|zichzelf ~1 iets ~2 aandoen|aandoet|aandoe|doen|aangedaan
90 ending_life & REFL dood|kant|iets maken|maak|maakt|aandoen|aandoet|gaat
90 ending_life & poging|pogingen gedaan|deed|ondernomen|doen|gehad EIGEN !we !wij !goede
85 ending_life & geprobeerd|probeerde|proberen dood|LEVEN|ophangen|doodgaan|mezelf
90 ending_life & SUIC SUICDAAD IK|HIJ|KIND|mijn
90 ending_life & SUICIDAAL IK|ME|KIND|HIJ|MIJN|ben
90 ending_life > KMS
90 ending_life > kill|killing ~0 myself|mezelf
90 ending_life > want|wanna ~1 die
85 ending_life & PILLEN SPAAR IK|HIJ|ze|MIJN|al
85 ending_life > te ~0 veel ~0 PILLEN
85 ending_life > alle ~1 PILLEN
85 ending_life > overdosis ~2 nemen|genomen|neem
85 ending_life & overdosis IK|HIJ|KIND
85 ending_life && SPRING VANAF IK|HIJ|KIND|WIL|denk !naar !halen !zwembad !instappen
85 ending_life & springen|spring|springt BRUGGEN denk|wil|altijd|nu|IK|ze|dacht !water !duikplank !zwembad !sprong
85 ending_life & op BRUGGEN stap|springen|rand|vallen klaar|denk|dacht|kijk|sta|sta !trein
80 ending_life > op|tot ~1 het punt ~2 springen|stappen
80 ending_life > voor ~1 de ~0 trein|auto|metro|vrachtwagen|bus ~2 springen|spring|lopen|gooien|stap|liggen|gaan|sprong
90 farewell & BRIEF IK|geschreven|schrijf|klaar|verstopt|MIJN|gevonden|kamer !mooie !juf
75 farewell > dit ~1 is|wordt ~2 laatste ~1 BERICHT|dag|keer|avond
80 farewell & laatste BERICHT GROET
80 farewell & brief|brieven|briefje klaar|klaarliggen|geschreven|verstopt WEGZIJN|ERNIETZIJN|DOOD|VOORALTIJD
80 farewell & afscheid genomen|nemen VOORALTIJD|iedereen|alles|leven|hond IK !team !klas
80 farewell > vaarwel ~2 allemaal|iedereen|wereld|lieve|mama
80 farewell & jullie|iedereen|ze spijt|opgelucht|blij straks|binnenkort|daarna ERNIETZIJN|weg|af|DOOD
75 farewell > jullie|iedereen ~3 van ~0 me|mij ~1 af
80 farewell > dan ~1 zijn|is|hebben ~1 jullie|ze|iedereen ~2 van ~0 me|mij ~1 af|verlost
75 farewell & zorgen NIETMEER om mij|me jullie|STRAKS
85 heaven > WIL ~3 naar|bij ~5 hemel
85 heaven & naar|bij hemel WIL|liever|mag|kan IK !droom
75 heaven > bij ~3 overleden|dode ~3 zijn !graf
70 heaven & terug|weer|samen hemel ik wil|ga|bij
";

const SELF_HARM: &str = "
80 hurts_self & LITTEKEN pols|polsen|arm|armen|bovenbenen|benen|dijen|bovenarmen KIND|IK|MIJN|HIJ|haar|zijn
80 hurts_self & MES pak|pakte|vond|gevonden|vind|matras|verstopt|stiekem|nodig|wordt|hoofd|gebruik|gebruikt|druk !scheren !tekenen !knutselen !ETENSWAAR
85 hurts_self > me|mij|mezelf ~2 gebrand|verbrand|geprikt|gebeten|geslagen|verwond|gekrabd|beschadigd
85 hurts_self & PEUK gebrand|brand|brandt|uitgedrukt|verbrand IK|me|mezelf|KIND|HIJ
75 hurts_self & vuist|vuisten|hand|handen|hoofd muur BONK ik|hij|KIND|mijn|kapot
95 hurts_self && SNIJ REFL|ZICH
90 hurts_self > snij|snijd|snijdt|sneed|kras|krast|gesneden|kerf|snijden ~2 me|mij|mezelf|zich|zichzelf
90 hurts_self > me|mij|zich ~3 gesneden|snijd|snijdt|snij|sneed|snijden|krast|gekrast|kras
90 hurts_self & SNIJ LIJF IK|HIJ|KIND|MIJN|haar|zichzelf|dan|weer
85 hurts_self & SNIJ WEER !we !wij !gemeente
85 hurts_self & SNIJ stop|stoppen|gestopt|lukt|drang|neiging|lucht|begonnen|beginnen|voel|verdriet|hoofd !we !wij !gemeente
80 hurts_self > krassen ~1 op|in ~3 arm|armen|been|benen|pols|polsen
85 hurts_self && PIJNIG REFL
85 hurts_self > doe|doet|deed|doen ~3 REFL ~2 pijn
85 hurts_self > REFL ~2 pijn
80 hurts_self > pijn ~2 REFL
90 hurts_self & ZELFSCHADE IK|KIND|HIJ|MIJN !thema !werkgroep
80 hurts_self & BONK hoofd muur|grond|deur|tafel IK|HIJ|KIND|mijn|zijn|haar
85 hurts_self & hoofd muur BLOED|BONK
85 hurts_self & MES LIJF|kussen|verstop|verstopt|lucht|bed|kamer|haal IK|HIJ|MIJN|KIND|haar
85 hurts_self & LITTEKEN LIJF|trui|mouwen|kleding|zelf verstop|verstopt|vol|nieuwe|steeds|zelf|weer|zit|zitten|bij|mouwen|komen|gemaakt
85 hurts_self > MIJN|haar|zijn ~1 LIJF ~3 LITTEKEN|open
80 hurts_self & lange mouwen LITTEKEN|verstop|verstopt|niemand|ziet|zien|armen|warm|altijd
80 hurts_self > LIJF ~3 open !KAMP
80 hurts_self & haren|haar hoofd uit trek|trekt|ruk|trekken !hij
80 hurts_self & vinger|vingers keel
80 hurts_self & expres|stiekem overgeven|braken|uitkotsen|kotsen
80 hurts_self & PEUK LIJF|hand|huid druk|duw|duwt|drukt|brand|houd|hou|uit|brandt|uitdruk
80 hurts_self & BLOED bijt|krab|bonk|bonkt|tot|mouw|arm|straf|krabt|bijt REFL|hoofd|LIJF|mouw|nagels IK|HIJ|KIND|mijn|zijn
75 hurts_self > krab|krabt|bijt|knijp|bonk ~5 tot ~2 BLOED
80 hurts_self > verdien|verdient ~1 pijn|straf
80 hurts_self & pijn voelen|voel WIL|lekker|leegte|niks|rustig|lucht|nodig !niet
80 hurts_self & wonden|wondjes|sneeen zelf|zichzelf
80 hurts_self & IK|ze|hij eet|eten expres NEG
75 hurts_self > ik ~2 honger ~1 mezelf
75 hurts_self > honger ~1 mezelf ~1 uit
75 hurts_self > lucht ~2 op ~4 SNIJ|pijn|bloed
75 hurts_self & LIJF vol|onder LITTEKEN
";

const VIOLENCE: &str = "
85 hit > PERP heeft ~2 mijn|me ~1 arm|neus|pols|been|rib|kaak|vinger|tand|tanden ~1 gebroken
85 hit & gevallen viel zei|zeg|zeggen|gezegd|vertel|vertellen dokter|school|iedereen|juf PERP|eigenlijk|moet
80 hit & zei|zeg|zeggen|zeggen|vertel dokter|school|iedereen|juf gevallen % hij|moet|ik PLEKKEN|BLAUW|gebroken|geslagen|wond|hij
85 restraint > zat|zaten|zitten|zit|lagen|lag|ging|gingen ~3 op|bovenop ~0 me|mij|hem|haar !schoot !bank !wachten
80 restraint & lucht|adem|ademen geen|niet kreeg|krijg|kon op|boven|bovenop|keel|vast|knie
80 neglect & gegeten|eten niks|niet|geen DAGEN thuis|ik|we|wij|al|KIND dagen
75 neglect & gegeten niks|niet|geen dagen|gisteren|dag|week thuis|al
80 neglect & slaap|slapen|slaapt grond|vloer geen bed|deken|matras|dekens !kamp !tent
80 neglect > niet|nooit|nauwelijks|amper ~1 genoeg ~2 eten
80 neglect & KRIJG|krijgen weinig|amper|nauwelijks eten KIND|KINDEREN|IK|WIJ
85 hit > aan ~1 haar|mijn|zijn|me ~1 haren|haar|oor ~3 trok|trekt|trekken|getrokken|meegesleurd|gesleurd
80 hit & riem|touw|tape|tiewraps handen|voeten|mond|polsen om|vast|vastgebonden|doet|deed
80 hit & hoofd|gezicht bord|stoel|fles|glas|schoen|asbak|borden vloog|gegooid|gooide|gooit tegen|naar
75 fear & DURF niet beneden|kamer|binnen|thuis|bed hij|OUDER als|is|thuiskomt
75 fear & agressief|losgaat|gewelddadig drinkt|thuis|wordt|dronken OUDER|VOLWASSENE|hij KINDEREN|ME|ik|ons|bang
85 hit > gooide|gooit|smeet|duwde|gegooid|geduwd|gesmeten ~2 tegen|van|door|op ~2 kast|muur|trap|grond|deur|tafel|verwarming|vloer
75 fear & stil|zachtjes|onzichtbaar moet|altijd anders boos|BOOS|pijn OUDER|hij
75 control & controleert|verbiedt|houdt telefoon|alles|tegen|vast mag niet|nergens hij|vriend|ex
75 neglect & niemand thuis eten geen|niks|honger
75 neglect & mama|moeder|papa|vader dagen|nachten|nacht thuis|weg|terug pas|niet|nooit|alleen
90 hit && SLAAT PERP VICT !zichzelf !mezelf
85 hit & SLAATHARD VOLWASSENE VICT !zichzelf
80 hit > MIJN|die|haar ~2 VOLWASSENE ~3 SLAATHARD !zichzelf
80 hit > OUDER ~3 SLAATHARD !zichzelf
75 hit > SLAATHARD ~2 mijn|me|onze ~1 OUDER !zichzelf
85 hit > SLAATHARD|SLAAT ~1 me|mij|ons !zichzelf
85 hit > hij|ze|zij ~1 SLAATHARD ~2 VICT !zichzelf
85 hit && SLAAT WAPEN PERP
85 hit && GESLAGEN word|wordt|werd|werden|worden|ben|is|geworden|heeft|hebben|hebt VICT|HIJ|KIND|EIGEN
85 hit & GESLAGEN thuis|PERP VICT|EIGEN|HIJ
80 hit > heeft|hebben|had ~3 me|mij|ons|haar|hem ~5 GESLAGEN
85 hit & GESLAGEN door PERP
85 hit > in elkaar ~0 SLAAT|GESLAGEN|sla|slaan|getrapt|getimmerd !FICTIE
85 hit & KLAP KRIJG VICT|thuis|HIJ|WIJ|KIND|dan|anders !compliment !hand
80 hit & KLAP KRIJG OUDER|thuis|hij|wij
80 hit > er|ervan ~0 van ~0 langs
75 hit > ervan langs
80 hit > vallen|vielen ~1 KLAP
85 hit > losse ~0 handjes|handen
80 hit > handen|handjes ~1 los
85 hit & blauw|bont geslagen|slaat
80 hit & BLAUW EIGEN|IK|ME|KIND|rug|arm|armen loop|rond|rug|verstop|zeg|thuis|vader|weekend|hij|steeds|vol|onder|terug|zag|zie|moeder|elke|vaak|gezicht|altijd|nieuwe|papa|mama|weer|armen
75 hit & PLEKKEN terug|thuis|bezoek KIND|IK|HIJ van|uit|instelling|weekend|groep
90 hit & mishandeld|mishandelt|mishandeling|mishandelen IK|ME|KIND|HIJ|thuis|MIJN|VICT
85 hit & sla|sloeg|geslagen|mep IK KIND|KINDEREN mijn|me|soms|haar|hem|onze
85 hit > pijn|pijn ~1 doen|doet|deed ~2 PERP
85 hit > PERP ~2 doet|deed|doen ~3 VICT ~3 pijn !het !dat
85 hit > doet|deed|doen ~1 ME|HAAR|KIND ~3 pijn !het
80 hit > ME ~1 pijn ~0 doen|doet|deed|gedaan !mezelf !zichzelf
75 hit & pijn doen|doet|gedaan|deed OUDER|VOLWASSENE ME|IK|KIND !mezelf !zichzelf !missen
75 hit > krimpt|krimp ~1 in elkaar
75 hit && VOLWASSENE SLAATHARD OUDER|VICT
75 hit > trok|trekt|trekken|sleurt|sleurde|sleepte ~2 VICT ~4 haar|haren|arm|oor|trap|oren
85 hit & keel kneep|knijpt|dicht|geknepen|hand|dichtgeknepen HIJ|PERP|ME|MIJN
85 hit > wurgt|wurgde|gewurgd|wurgen ~2 ME|HAAR|KIND
80 hit & GOOIT hoofd|muur|spullen|borden|ME|stoel|stoelen|servies PERP|OUDER ME|MIJN|thuis|naar
80 hit > gooit|gooide|smijt|smeet ~2 met ~2 borden|stoelen|spullen|servies|glazen|dingen
85 threat & DREIGT ME|VICT|KINDEREN|mes|IK|EIGEN PERP|HIJ|ex|man|MIJN
85 threat & MAAKAF ME|VICT|MIJN|ons|IK PERP|hij|ze zegt|zei|dreigt|als|dreigde|wil|ooit|gaat
80 threat > maakt|maak|maken|schiet|steekt|maakte|slaat ~2 ME|ons|VICT ~2 af|dood|neer
80 threat > me|mij|ons ~1 dood|af|neer ~1 maakt|steekt|maken|maakte|steken|schiet|slaat|te
80 threat > mes ~3 ME|keel|KINDEREN|mama|moeder|bedreigt
80 fear & BANG voor OUDER|VOLWASSENE|hem|haar|stiefvader !verliezen
80 fear & BANG NAARHUIS|huis|thuis !verhuizen !alleen
85 fear & DURF niet NAARHUIS !leuk
80 fear > durf|durft|durven|durfde ~1 thuis ~1 niet
75 fear & BANG OUDER|hij|hem|thuis BOOS|thuiskomt|klappen|slaat
80 fear & thuis veilig niet|nooit|onveilig
80 fear > onveilig ~2 thuis
80 fear > thuis ~3 onveilig
80 fear > niet ~1 veilig ~1 thuis|bij|hier|in
75 fear & VERSTOP ME|IK|mezelf OUDER|hij|BOOS|klappen
80 fear & VERSTOP VERSTOPPLEK BOOS|OUDER|hij ME|IK
75 fear & DRONKEN OUDER|hij|VOLWASSENE|ze bang|klappen|langs|slaat|schreeuwt|gooit|verstop|thuiskomt|eng|ruzie|bed
75 fear & thuiskomt|thuiskwam klappen|bang|stappen hij|OUDER|ik
75 fear & elke|altijd|iedere ruzie|schreeuwen|schreeuwt|gillen OUDER bang|verstop|oren|huilen|hoor|kast
80 fear & gillen|gilt|schreeuwt|huilen hoor|hoort OUDER hij|slaat|elkaar
80 fear > ontploft ~3 om
90 locked_up > SLUIT ~2 ME|VICT|HAAR|KIND|KINDEREN ~3 op
85 locked_up && OPSLUIT IK|ME|VICT|SOORT|HIJ !boef !boeven !kinderen !jongeren !niemand
85 locked_up & OPSLUIT kamer|thuis|dagen|uren|hok|cel|kelder|straf IK|ME|SOORT|hij|haar|MIJN !niemand
85 locked_up > houden|houdt|hield ~2 VICT ~2 OPSLUIT|opgesloten|vast|binnen
80 locked_up & slot kamer|deur buiten|mij|mag|zetten|draaien|doen|doet|gaat|mijn|nacht|opgesloten MIJN|ik|ME !wens
80 locked_up & ISOLEER INCEL IK|ME|HIJ|SOORT|MIJN|zoon|dochter !niemand !nooit
80 locked_up > ISOLEER ~3 gezet|gegooid|gestopt|gezeten
80 locked_up > in ~1 ISOLEER ~3 ik|mij|gezet|zit
80 locked_up & mag|mogen niet|nooit buiten|naar|kamer|uit opgesloten|kamer|weken|dagen|maanden af|uit|buiten !regen !laat
80 restraint & grond|muur|vloer|bed DWANG VICT|IK|SOORT|ME|HIJ !samen !eten
85 restraint & PLATSPUIT VICT|IK|ME|SOORT|HIJ|EIGEN
75 restraint & ademen|adem niet|nooit|geen DWANG|grond|vastgehouden|bovenop
75 restraint > zit|zitten|zat|zaten ~2 op ~1 MIJN|me ~1 rug|borst|nek
80 neglect & ETEN geen|niks|zonder KRIJG|thuis|achter|koelkast|DAGEN|ons|straf IK|ME|WIJ|KIND|KINDEREN|MIJN|ons|hij|haar|mama !vakantie !kantine
80 neglect > er ~1 is|was ~3 geen|nooit|niks ~1 te|ETEN ~1 ETEN
75 neglect > geen|nooit|niks ~2 ETEN ~1 bij|in ~2 thuis|huis|koelkast
75 neglect & ETEN geen|niks|zonder OUDER|straf|DAGEN|anders !mee
75 neglect & HONGER vaak|altijd|dagen|bed|thuis|nooit|elke IK|KIND|WIJ|broertje !droom
75 neglect > lege|leeg ~1 koelkast
75 neglect & koelkast leeg
80 neglect & LAATALLEEN ME|KINDEREN|KIND|ons|VICT alleen|achter nacht|dagen|altijd|vaak|OUDER|hele|uren|nachten|eten|weekend !praten !rust !los
80 neglect & OUDER weg|thuis nachten|dagen|nacht|weken|hele broertje|zusje|ik|alleen zorg|alleen|eten|kook|honger
80 neglect & slapen|slaap|plassen|eten|staan|zitten RAREPLEK moet|moest|moeten IK|ME|KIND|HIJ !kamp !tent
75 neglect & zorg broertje|zusje alleen|dronken|bed|eten|weg OUDER
80 neglect & verwaarloosd|verwaarlozing|verwaarloost|verwaarlozen IK|ME|KIND|KINDEREN|MIJN|thuis
75 neglect & kleintjes|kinderen|kleinkinderen alleen|eten zonder|achter|nachten laat|achter
80 humiliation & behandeld|behandelen beesten|beest|dier|hond|stuk|vuil IK|ME|ons|WIJ|we
80 humiliation & uitgescholden|vernederd|uitscheldt|kleineert|scheldt elke|altijd|dag|thuis OUDER|HIJ|VOLWASSENE ME|IK|KIND
";

const SEXUAL_ABUSE: &str = "
85 undressing & BEELD BLOOTMOMENT ME|MIJN|ons|haar|KIND PERP
85 undressing & stiekem foto|fotos|filmt|filmpje|filmpjes|gefilmd|fotografeert PERP ME|MIJN|haar
80 secret & gebeurd|gebeurt|gebeurde VOLWASSENE|hij|hem praten|vertellen|zeggen mag|durf|kan %
80 secret & niet|nooit over praten|vertellen|zeggen mag|durf VOLWASSENE|hij|hem doet|deed|gebeurd|gebeurt|kamer|kleedkamer|bed
80 secret & mond houden VOLWASSENE|PERP zoende|deed|doet|aan|anders|moest
85 night_visit & nachts bij|naast ME|HAAR|KIND KOMT PERP|VOLWASSENE !nachtdienst !kijken !slaaplied
80 night_visit & nacht|nachts|avond hoor|hoort hem|hij|zijn|stappen|voetstappen trap|stappen|voetstappen|deur|gang weet|bang|komt|komen
85 forced & dingen pijn PERP|hij doet|doen|deed bij|die|met|zegt
80 forced > alle|elke|iedere ~1 papas|vaders|opas|mannen|ooms ~1 dat ~1 doen|doet
80 forced & raar|rare|vies|vieze|gek doet|deed|dan hij|opa|oom|man|buurman schoot|snoep|alleen|bed|kamer
85 touching & beneden|daar|daaronder hem|hij|PERP aanraak|aanraken|aai|aaien|kriebelen|zoenen|likken wil|moet|laat
85 forced & slapen met vrienden|MANNEN|hem moet|moest|hij zegt|dat ik|haar
85 night_visit & KOMT BEDKAMER NACHT PERP ME|MIJN|IK|haar|KIND|bij !DIER !nachtdienst !slaapliedje !klopt !voorlezen !controle
85 night_visit > kruipt|kroop|kruipen|sluipt|gekropen ~4 in ~2 BEDKAMER
85 night_visit > in ~2 bed ~1 kruipt|kroop|gekropen|kruipen|ligt|komt
85 night_visit & naast|bij|op ME|HAAR liggen|ligt|lag PERP bed|nachts|nacht|wil|komt|slaap !DIER
80 night_visit > PERP ~4 bij ~1 me|mij|haar|hem ~3 in ~1 bed
80 night_visit & deur kamer|open hij|PERP NACHT KOMT bang|ME|mijn|doe !klopt
80 night_visit & nacht|avond hoor|hoort hem|hij komen|komt weet|bang|gebeuren|gebeurt
85 touching && ZIT AANRAAK PERP|WIL|niet !elkaar
85 touching > AANRAAK ~2 zit|zat|zitten|gezeten|komt
85 touching > zit|zat|zitten ~4 AANRAAK !tafel !spullen
85 touching > RAAKT ~2 ME|HAAR|KIND|VICT ~4 aan !praat
90 touching & RAAKT PLEK|INTIEM PERP|hij ME|MIJN|HAAR|KIND|IK !DIER
85 touching > aanraken|aanraakt|aangeraakt|aanraakte ~2
80 touching & aanraken|aanraak|aanraakt|aangeraakt|aanraakte PERP|MOET|hem ME|IK|KIND|wil
90 touching & BETAST PERP|door ME|HAAR|KIND|IK|MIJN|VICT
90 touching & hand|handen INTIEM|broek|onder|tussen|benen|trui|rok PERP MIJN|ME|haar
85 touching & INTIEM PERP MOET|wil|wilde|laat|liet|aan|pakt|zit|zien|toont ME|IK|MIJN|KIND|HAAR !koop
80 touching & wil|wilde|wou|doe|doet niet|nooit hij PLEK|INTIEM|aanraakt|aankomt|aanzit
85 touching & schoot PERP voelt|moet|wil|trui|zitten|onder|kom|kruis ME|IK|MIJN|altijd !voorlezen !lezen
80 touching & plekken|plek mag|hoort|wil|niet RAAKT PERP|ME
90 forced & SEKS PERP|MOET|dwong|dwingt|moest|had|wil ME|IK|KIND|KINDEREN|meisje|hem|haar|HIJ|MIJN !voorlichting
85 forced > moest|moet|moesten ~3 SEKS|aftrekken|zoenen|pijpen
90 forced & VERKRACHT IK|ME|KIND|HAAR|HIJ|MIJN|VICT|door|EIGEN
90 forced & misbruikt|misbruikte|misbruiken|misbruikten IK|ME|KIND|HAAR|MIJN|EIGEN|VICT
85 forced & misbruik slachtoffer|thuis|jaren|stiefvader|vader|oom|opa IK|ME|KIND|MIJN
85 forced & MOET dingen|iets|dat doen|doet wil|wilde|durf|vies|bed niet|nie|bed|vies !zoals !school !afwas !huiswerk
85 forced > dingen|iets ~2 die|wat|dat ~0 ik|ze|hij|zij ~2 niet ~1 wil|wilde|wou|durf|fijn !eten !spruitjes
85 forced & dingen met mij|me|haar|hem PERP|hij doet|doen|deed|niet !leuke !gezellige
85 forced > wat ~0 hij|ze|papa|opa|oom|PERP ~4 met|bij ~0 mij|me|haar ~3 doet|deed|doen
85 forced > doet|deed ~3 vieze|rare|stoute|gekke|enge ~1 dingen|spelletjes ~2 met|bij
85 forced & vieze|stoute|enge|seksuele dingen|spelletjes|spelletje|filmpjes met|bij|laat|moet ME|KIND|HAAR|IK PERP|hij
80 forced & dwong|dwingt|gedwongen ME|haar|IK|KIND zoenen|bed|uitkleden|meer|seks|dingen
80 forced & in bed moet|moest|dwong doen|dat|mee hij|hem|PERP !slapen !liggen
85 forced & bed met MANNEN|hem MOET|naar|dwong|moest|wil IK|ME|haar|KIND|meisje
80 forced > laat|liet ~2 ME|HAAR ~4 MANNEN
90 undressing & KLEED KLEREN PERP|MOET|hij ME|IK|MIJN|zijn|KIND|moest|me !gym !zwemmen !doktor
90 undressing > uitkleedt|uitkleedde|uitgekleed|uitkleden !zwemmen !gym !sporten
85 undressing & zijn|mijn|me|haar broek openmaken|uit|omlaag|uitgetrokken|beneden|los|naar moest|moet|hij|PERP|hebben !modder !nat !was
85 undressing & GLUUR BLOOTMOMENT PERP|hij|ze ME|IK|MIJN|WIJ|ons|KIND|haar !film
85 pictures & NAAKT STUUR|BEELD|CHANTAGE IK|ME|PERP|hij|haar|KIND|MIJN
90 pictures > naaktfoto|naaktfotos|nudes|naaktbeelden ~2
85 pictures & BEELD zonder|in|bloot|naakt kleren|kleding|bh|ondergoed|onderbroek|shirt|aan STUUR|IK|ME|MIJN|KIND|haar
80 pictures & BEELD CHANTAGE IK|ME|MIJN|KIND|haar|wordt|hij
75 pictures & CHANTAGE IK|ME|KIND|hij|EIGEN
80 pictures & webcam|cam|camera uitkleden|kleren|bloot|uit|broek|shirt MOET|wil|vraagt|vroeg
80 secret & GEHEIM PERP|ons|onze hij|mama|niemand|zegt|vertellen|vertel zegt|zei|mag|horen|weten|bewaren|is !verrassing !cadeau
80 secret & niemand weten|vertellen|zeggen|horen hij|hem|PERP mag|moet|durf|kan doen|doet|hem|van|met|deed|wat !geef !jarig
80 secret & vertel|vertellen|vertelt|praat hij|PERP pijn|straf|hondje|moord|iets doet|met|mij|badkamer
85 secret & durf|mag|kan niemand|niet vertellen|zeggen hij|PERP|doet dwong|doet|deed|met|aan
90 exploited & LOVERBOY KIND|IK|ME|HIJ|MIJN|EIGEN|meisje !film
85 exploited & MANNEN hotel|hotels|auto|autos|bed|klanten|oudere|slapen|mee BETAAL|opgehaald|meega|moet|moest|mee IK|ME|KIND|haar|meisje|jongere
85 exploited & BETAAL bed|fotos|uitkleden|bloot|seks|zoenen|vrienden hij|PERP|dan ME|IK|KIND|moet !spaar
85 exploited > seks ~3 geld|telefoon|drugs|eten|slapen
85 kissing & ZOEN PERP|VOLWASSENE moest|moet|dwong|wil|trainer|oom|opa|begeleider|leraar|stiefvader|steeds|mond|buurman|meester|coach|docent|mentor ME|IK|KIND|haar|hem|EIGEN !opa_ !verliefd
85 kissing > VOLWASSENE ~2 ME|HAAR|KIND ~1 zoent|zoende|kust|tongt
75 kissing > op ~1 de|mijn ~0 mond ~3 ZOEN
";

const RUNNING_AWAY: &str = "
80 rough_sleeping > waar ~1 ik|hij|ze|we ~3 slapen|slaap|slaapt|kan|heen !kamp !vakantie
80 rough_sleeping & weet niet|nog waar slapen|slaap|heen|naartoe vannacht|ik moet|kan|slaap
80 leaving & weg niemand weten|weet|vertel waar|waarheen|heen|naartoe
80 rough_sleeping & plek|plaats slapen|slaap geen|nergens|zoek % IK|KIND|HIJ|ME !vakantie !kamp
80 rough_sleeping & huis|eruit|thuis gezet|gegooid|geschopt|getrapt|gooide|gooien|geflikkerd IK|ME|KIND|HIJ|moeder|ouders|vader !raam !bal
75 rough_sleeping & slaapt|slaap|slapen|geslapen bank vrienden|kennissen|iemand|vriend|vriendin thuis|welkom|weken|dagen|want|omdat
75 rough_sleeping & welkom niet|nergens thuis|huis slaapt|slaap|slapen|woon|ga|heen
75 rough_sleeping & woon|slaap|slaapt|zit|verblijf bij jongen|man|vriend|iemand|kerel thuis|huis niet|NIETMEER|want|weg
75 leaving & verstopt|verstop|schuil bos|schuur|park|garage|station NAARHUIS|niet|huis
80 not_coming_back & station|perron|bushalte tas|rugzak|spullen|koffer zit|sta|ben terug|weg|niet
80 not_coming_back > nooit|niet ~1 meer ~1 terug ~1 naar ~1 dat|die|het|de|mijn|deze|huis ~2 huis|groep|instelling|gezin|pleeggezin|plek|leefgroep
85 leaving & gevlucht|ontsnapt|ontsnap|vlucht instelling|gesloten|groep|huis|kliniek|thuis|leefgroep|opvang !escape !DIER !FICTIE
85 leaving & vlucht|vluchten|ontsnap|weg als overgeplaatst|weer|terug|moet ik ben|vlucht|loop|ga|ontsnap
85 leaving & WEGLOOP IK|KIND|ME|HIJ|ben|ga|SOORT|hier|nu|vannacht !DIER !KINDEREN !gesprek !ruzie
85 leaving > is|zijn ~4 weggelopen|ontsnapt|gevlucht|weggerend|vandoor !DIER
80 leaving > loop|ren ~2 weg ~2 van|uit|hier ~1 hier|huis|groep|thuis|mijn
80 leaving > ga|gaat|gaan|ben|wil ~2 weglopen|wegrennen|vluchten|ontsnappen
80 leaving & weg stiekem|vannacht|vanavond IK|ME|WIJ|ga|ben|gaan|samen terug|vindt|vinden|groep|rugzak|tas|ver|niemand|raam|zegt|weet|hier !KAMP
80 leaving > vannacht ~1 ben|ga|gaan ~1 ik|we|wij ~2 weg
75 leaving > ben|is ~2 ik|hij|ze ~1 weg $ & VOORALTIJD
75 leaving > ik ~1 ben|ga ~2 weg ~1 ik ~0 vlucht|loop
80 not_coming_back & NIETTERUG weg|NU|NAARHUIS|HUIS|groep|hier|huis|zwerven|straat IK|KIND|ME|HIJ|SOORT|ga !DIER !KAMP
80 not_coming_back > kom|komt|ga|gaat|wil ~1 ik|ze|hij|NIETTERUG ~3 NIETTERUG !op !les !koor !KAMP
80 not_coming_back > kom|kom ~2 nooit|niet ~1 meer ~1 terug !op
80 not_coming_back > ga|kom ~1 niet ~1 meer|terug|naar ~2 terug|huis|groep $ !leuk
75 not_coming_back & zien|vinden|vindt|ziet me|mij|ons nooit|niet|niemand|NIETMEER !verstoppertje !verstoppertje !leuk !aardig
75 not_coming_back & NAARHUIS niet|nooit|NIETMEER ga|gaat slaapplek|SLAAPPLEK|slapen|vannacht|straat|buiten|zwerven
85 rough_sleeping & SLAAP|geslapen|slaapt|sliep BUITEN IK|KIND|HIJ|NU|vannacht|nachten|ben|weer|SOORT|heb|dan|moet !KAMP !DIER !uit !lekker
85 rough_sleeping > slaap|slaapt|slapen|geslapen ~3 op ~1 straat
85 rough_sleeping > op ~1 straat ~2 slapen|slaap|slaapt|geslapen|leven|leef|leeft|wonen|woon|gezet|zwerven
80 rough_sleeping & SLAAPPLEK IK|geen|zoek|KIND|HIJ|nergens|vannacht !vakantie !kamp
80 rough_sleeping & nergens slapen|slaap|heen|terecht IK|HIJ|KIND|ze !zin
80 rough_sleeping & SLAAP|geslapen|logeer bank|vreemden|iemand|ken|man|vreemde|kerel|vrienden amper|ken|insta|online|snap|week|dagen|weken|steeds|vreemde|internet !oma !gezellig
80 rough_sleeping & logeer|slaap|woon|zit bij man|iemand|jongen|kerel|gast ken|insta|online|snapchat|internet|tiktok|app|leerde
80 rough_sleeping & SLAAP elke|iedere|steeds|nacht ergens anders
85 rough_sleeping & ZWERF IK|KIND|HIJ|straat|stad|gaat|SOORT|dan !DIER
75 packed & TAS GEPAKT weg|vannacht|vanavond|ga|bed|morgen|raam|nooit|vertrek|loop|stiekem !KAMP !DIER !feest !vakantie
80 packed & KLIM raam|balkon|dak|schutting|hek weg|nacht|vannacht|loop|stiekem|uit|buiten|ontsnap IK|HIJ|KIND|ze|ben !DIER !gym !boom
80 packed > uit|door ~2 raam ~3 KLIM|weg
80 missing & niemand weet waar ik|ze|hij|zij ben|zit|is|slaap|hang
80 missing & politie zoekt|zoeken|gezocht|opgepakt|gebeld EIGEN|IK|ME|dochter|zoon weg|vermist|thuis|nacht|haar|hem|me !dief
85 missing & VERMIST IK|ME|KIND|HIJ|opgegeven|dagen|dochter|zoon !DIER !sleutel !fiets !DING
85 missing & thuisgekomen|thuiskomt|thuis|thuisgeweest niet|nooit|NIETMEER DAGEN|nacht|gekomen|geweest KIND|SOORT|ik|ben|is !bezoek !uit !school
80 missing & DAGEN|drie|twee|vier weg|huis|spoorloos|thuis KIND|IK|HIJ|dochter|zoon sinds|van|al|neemt !werk !vakantie !bezoek !oma !alleen
75 missing > sinds|al ~2 DAGEN ~2 weg|spoorloos|vermist|zoek
80 missing > ze|jullie|iedereen ~1 zoeken|zoekt ~1 me|mij
75 leaving > voordat ~4 komt|komen ~4 weg|ervandoor
75 leaving & samen stiekem weg
75 leaving > pak|neem ~2 eerste|laatste ~1 trein|bus ~4 weg|zien|nooit|terug
";
