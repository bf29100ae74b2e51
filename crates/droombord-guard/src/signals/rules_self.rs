//! The rules for suicide and for self-harm, in the way of writing of `rules.rs`. No other kinds here.

/// Somebody does not want to live on.
pub(super) const SUICIDE: &str = "
70 ending_life > mijn|het plan ~2 al ~1 klaar $
80 not_be_here & WERELD niet|NIETMEER zijn|leven|rondlopen|blijven WIL op|hier|deze !plastic
75 wish_to_die & doodgaan|sterven|dood pijn doet|zou|voelt|vraag|vroeg !opa !oma !DIER
85 ending_life & springen KIND|ze|hij|ik zei|zegt|dreigt|roept|zou|dreigde !touwtje !trampoline !zwembad !duikplank !water
90 not_be_here > WOU ~1 dat ~0 ik|hij|ze ~2 niet|nooit ~1 bestond|leefde
90 not_be_here & bestond niet|nooit ik|hij|ze WOU
80 not_be_here & ERNIETZIJN anders|al|bijna ik !bij !GROOTOUDER
75 wish_to_die & hoop laatste nacht|dag|slaap elke|dat|dit ik !wens !school
75 ending_life & pillen alles geprobeerd|rest nog|maar|niks
80 wish_to_die > pas ~2 als ~1 ik ~1 DOOD
85 wish_to_die > als ~1 ik ~2 DOOD ~1 ben|ga|was $ !GROOTOUDER !later
80 sleep_forever > wil|wou|wilde ~3 inslapen
75 farewell & WEGZIJN huil|huilen|verdrietig|treuren als ik niet|hoeft|moet
70 no_way_on > wil|hoop|wou ~2 dat ~1 het|alles|dit ~2 ophoudt|stopt|eindigt $
75 wish_to_die > hoop|wil|wou ~2 dat ~1 ik ~2 ongeluk ~1 krijg
75 burden & niemand|niet nodig mij|me IK|heeft NEG !hulp !geen_
75 burden > ben ~1 overbodig|waardeloos|niks|niets ~1 waard
70 burden > iedereen haat ~1 mij|me
75 farewell & laatste keer horen|zien|schrijf|hoor jullie|mij|me van
80 farewell > jullie|ze ~1 zullen|gaan ~1 me|mij ~2 NIETMEER ~1 zien|horen
80 farewell & andere kant zie jullie|mama|opa
80 sleep_forever & ogen nooit|NIETMEER open|openen|opendoen
75 wish_to_die & gedachten|gedachte DOOD ik|mijn|ze|hij !opa !oma !GROOTOUDER
75 wish_to_die > praat|praten|roept|dreigt|schreeuwt ~3 DOOD ~2 willen|zijn|gaan
75 no_way_on > maakt|boeit ~3 NIETMEER|niet ~2 uit ~1 of ~1 ik ~2 leef|besta|DOOD
80 no_way_on > geen ~3 plek ~1 voor ~1 mij ~3 WERELD
85 ending_life & dak|brug|spoor|perron|rand sta|zit|stond denk|springen|stap|trein|over ik|IK !wacht !kijk
80 wish_to_die > NIETMEER|niet ~1 ouder ~1 worden
85 ending_life > suicide|suicidaal|zelfmoord ~3 ik|mijn|me !over
85 ending_life > ik|mijn|hij|ze ~4 SUIC ~2 plegen|pleeg|doen|nadenken|denk|overweeg|gedaan
75 not_be_here & ERNIETZIJN wat|of|gewoon|soms|denk|als ik !bij !GROOTOUDER !wij !we
80 no_way_on > zo ~2 niet ~2 verder
70 no_way_on > wil|kan ~2 zo ~1 niet ~1 verder|leven
75 no_way_on & geen reden|redenen|doel|zin door|doorgaan|gaan|leven|blijven ik|mij|om
85 ending_life > mijzelf|mezelf ~2 opgeven|uitzetten|verdrinken|opknopen
80 ending_life > op ~1 het|de ~1 spoor|rails ~1 liggen|lig|staan|sta|lopen|gaan|ga
85 no_way_on > stop|stoppen|kap|kappen|stopte ~1 met ~2 LEVEN
80 not_be_here > gewoon|wil|eindelijk ~2 weg zijn !hier !groep !thuis
80 ending_life > spring|springen|sprong ~3 vanaf|beneden !duikplank !zwembad !glijbaan
80 no_way_on > hoe lang|lang ~2 ik ~3 volhoud|volhou|volhouden
75 no_way_on > leven|bestaan ~1 doet ~2 pijn|zeer
80 burden > wie|iemand ~1 MIS ~1 ME
80 burden & iemand|wie MERK|MIS|huilen|komen ERNIETZIJN|WEGZIJN|DOOD ik|mij|me
75 wish_to_die & denk|denken|dacht|verlang|fantaseer aan|naar DOOD veel|vaak|elke|fijn|altijd|steeds|constant|soms ik|ze|hij !GROOTOUDER !bang
80 burden & WEGZIJN last niemand|iedereen|jullie ik|mij|me
80 farewell & briefje|brief|brieven ligt|klaar|liggen geregeld|afscheid|alles|mama|vinden ik|heb|mijn !school
80 wish_to_die & hart stopt|ophoudt|stil|stoppen hoop|wil|wou|bid|vannacht
80 no_way_on & LEEF voor niks|niets|geen|waarvoor om|meer|reden|heb % IK|HIJ|ze
80 no_way_on & reden|redenen LEEF geen|niet|welke|nog
75 no_way_on > mijn|me leven is ~2 voorbij|over|klaar|kapot|verpest|hel|zinloos|niks
65 no_way_on > haat ~1 mijn|me|dit|het leven
70 no_way_on > voor wie ~1 doe ~1 ik ~1 het
75 not_be_here > liever ~2 NIETMEER|niet ~1 hier|bestaan|leven
80 not_be_here > NIETMEER ~1 op ~1 WERELD ~2 zijn|rondlopen|leven
80 not_be_here > hoor ~2 niet ~1 op|thuis ~2 WERELD
80 ending_life > laat ~1 me|mij ~1 maar ~1 doodgaan|sterven|dood|gaan $
75 ending_life > haal|haalt|word|wordt ~2 18|achttien|twintig|oud ~1 niet|nooit $
80 ending_life > vannacht|vanavond|morgen ~1 doe|ga ~1 ik ~1 het ~1 doen|echt|gewoon !toets !examen
75 ending_life > dan|daarna ~1 is ~1 het|alles ~1 eindelijk|allemaal|gewoon ~1 voorbij|over|klaar|stil
75 wish_to_die > eindelijk|eeuwige|eeuwig ~1 rust $
80 ending_life > leef ~1 NIETMEER|niet ~1 lang
80 ending_life > maak ~1 het ~1 niet|NIETMEER ~1 lang
85 wish_to_die > verlang ~3 DOOD
85 wish_to_die > net ~0 zo ~0 goed|lief ~2 DOOD
85 wish_to_die > even|beter|liever ~2 DOOD ~1 zijn|gaan
85 wish_to_die & DOOD beter|liever|fijner|fijn zijn ik|ze|hij|kan !DIER
85 no_way_on & leven NIETMEER waard|leuk|zin|fijn|nodig
75 no_way_on > zie ~3 toekomst ~1 niet
70 no_way_on & ophouden|stoppen|opgeven alles|leven|vechten wil|ga|kan ik $
75 no_way_on & geen|niks|niets meer om voor leven|leef
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
85 no_way_on > leven ~0 moe|zat|beu
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

/// Somebody hurts their own body.
pub(super) const SELF_HARM: &str = "
85 hurts_self & SNIJ helpt|lucht|enige|verslaafd|rustig|opluchting|oplucht !we !wij !gemeente
85 hurts_self & mes|mesje|schaar|aansteker mouwen|arm|armen|been|benen|huid|pols|bovenbeen IK|MIJN|REFL|haar !operatie !ETENSWAAR
80 hurts_self & maak|maakte|maken|maakt wondjes|wonden|sneetjes|sneen|sneden|krassen huid|arm|zelf|armen|been|mijn ik|ze|hij|KIND
85 hurts_self > kapotgekrast|opengekrast|kapotgesneden|opengesneden|stukgekrast
80 hurts_self & kapot|open|stuk krab|krabt|gekrabd|gekrast|bijt|kras|gebeten LIJF|huid|REFL|nagels|vingers IK|MIJN|KIND
75 hurts_self > als|wanneer ~6 kras|snij ~0 ik $
75 hurts_self > kras|snij ~0 ik $
75 hurts_self > ik ~1 kras|snij $
75 hurts_self > ik ~1 kras|snij ~1 weer|mezelf|me|soms|stiekem|mij|elke|vaak|nog
85 hurts_self & SNIJ pijn|helpt|verdrietig|rot|stress|verdoofd|gevoel|gevoelens|bloed|bloeden|bloedde IK|ze|hij
85 hurts_self > dus|dan|daarom ~1 snij|kras|sneed ~1 ik
85 hurts_self & SNIJ tot|diep|dieper|harder IK|ze|hij|KIND BLOED|diep|dieper|voel
80 hurts_self & armen|benen|arm|polsen zien|ziet niemand|mag|mogen truien|zomer|mouwen|mag|vest|trui|bedek
80 hurts_self > doe|doet|deed ~1 mezelf|zichzelf ~3 aan
80 hurts_self & openkrabben|opengekrabd|krab|krabt wondjes|korstjes|wonden|huid|open REFL|steeds|elke|mijn
75 hurts_self & SNIJ drang|zin|behoefte|verleiding IK|weer|om
85 hurts_self > slaat|bijt|krabt|schopt|beukt|knijpt|prikt ~1 zichzelf
75 hurts_self & laat|laten mezelf|zichzelf bloeden|hongeren|vallen
80 hurts_self > wil|moet|drang ~4 mezelf ~2 pijn|straffen|slaan|verwonden|beschadigen|snijden
80 hurts_self & LITTEKEN LIJF KIND|IK|MIJN|HIJ|haar|zijn
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
