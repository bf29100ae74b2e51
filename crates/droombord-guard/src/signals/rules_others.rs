//! The rules for what others do to somebody, and for running away from it, in the way of writing of `rules.rs`.

/// Abuse, threats, being locked up or neglected.
pub(super) const VIOLENCE: &str = "
80 fear & veilig niet|nooit|onveilig % DRONKEN|thuis|BOOS ik|ben|we|wij|voel|KIND !wens
75 hit > hij|ze|papa|pa|vader|mama ~2 haalt|haalde ~1 uit $
75 neglect & niks|niets in huis eten|mama|moeder|weg|aten|eten|leeg !leuk !gevonden
85 hit & hoofd onder|op|in water|kussen|wc houdt|hield|duwt|duwde|drukt|drukte !zwemmen
85 threat & gedreigd|dreigde|dreigt KINDEREN|ME|ons|mij|KIND|MIJN aan|iets|doen|slaan|vermoorden hij|ze|ex|man|PERP
80 hit > hardhandig ~6 kamer|grond|muur|vast
80 hit & hardhandig me|mij|ons|hem|haar|zoon|dochter kamer|grond|vastgepakt|gebroken|vast|brachten|beet
80 hit > slaat|sloeg|gooit|trapt|schopt|slaan|gooide ~1 alles|spullen|deuren|meubels|dingen|huis ~2 kapot|stuk
75 hit & thuis oorlog|hel|geweld|gevecht|gewelddadig IK|hij|OUDER|elke|slaat
80 hit > rake|harde ~0 klappen
80 hit > slaat|schopt|trapt|ramt|mept|beukt|sloeg ~1 me|mij|ons|haar|hem ~2 verrot|kapot|bont|buik|gezicht|rug|hoofd
80 hit & vechten|vecht|gevochten OUDER thuis|altijd|elke|steeds|bang|nacht|weer|elkaar !voor !tegen !rechten !terug
80 hit > krijg|kreeg|krijgen|krijgt ~2 slaag|rammel|klappen|ransel
80 hit > doen|doet|deed|deden ~1 mij|me|ons ~3 pijn !het !dat !dit
80 restraint > bonden|bindt|binden|bond ~1 me|mij|hem|haar|ons ~1 vast
75 locked_up & kale|lege|kleine kamer|ruimte|cel alleen|uren|dagen|zonder|matras gezet|opgesloten|zit|zat|moest|moet|zetten ik|me|mij
75 humiliation & straf|straffen uren|kou|buiten|koud|regen|nacht staan|zitten|slapen|moet IK|ME|KIND
75 fear & wakker|slapen tekeer|schreeuwt|schreeuwen|gilt|vecht OUDER|hij|ze ik|bang|thuis
80 locked_up & kamer moet|moest|mag blijven|zitten|uit|af hele|dagen|weken|niet deur|uit|dagen|haak|slot !leren !opruimen
80 threat & vliegen|vlogen|vloog stoelen|borden|spullen|klappen|stoel|bord|glazen thuis|kamer|hoofd|oren|hij|muur
85 threat & aandoet|aandoen|aangedaan ME|VICT|ons|OUDER|KIND|KINDEREN|wat|iets PERP|OUDER bang|wat|iets|zegt !mezelf !zichzelf
80 neglect & zorg|kook|zorgen baby|broertje|zusje|broertjes|zusjes|mama|moeder niemand|alleen|nooit|zelf|ziek|bed ik !pleegzorg
85 hit & keel gepakt|pakte|pakt|vast|greep|grijpt PERP|door|hij|ME|KIND
85 hit & brandplekken|striemen|brandwonden|wurgplekken KIND|IK|HIJ|rug|arm|armen
80 neglect & eten alleen|niet|geen KRIJG|krijg als|omdat luister|braaf|lief|straf|stil|huil|praat %
75 hit > hij|ze|zij|die|papa|mama|pa ~1 slaat|mept|schopt|sloeg|schopte $
80 hit > slaat|sloeg|slaan|mept ~1 nog ~0 harder|vaker
80 hit > slaat|sloeg|slaan|schopt|mept|schopte ~1 hard|harder|altijd|elke|vaak|soms|weer ~2 $ !bal
80 hit & blauw oog|lip|gezicht mama|moeder|mijn|ze|dochter|hij|KIND door|van|geslagen|weer|gekregen|heeft !viel !gevallen
80 fear & schrik|schrikt|duik|krimp hand|arm optilt|omhoog|opsteekt hij|OUDER|ik|KIND|iemand
75 fear & auto|sleutel|stappen|voordeur|voetstappen hoor|hoort hij|OUDER|zijn|papa ren|bang|verstop|stil|kamer
80 humiliation & koude|ijskoude douche zetten|gezet|onder|moet|straf PERP|ME|IK
80 humiliation & mag|mogen|mocht niet wc|toilet plassen|straf|uren|hele|naar IK|ME|hij|kamer opgesloten|plassen|straf|kamer|nacht
75 neglect & moeder|mama|vader|papa bed|bank dag|hele|dronken|ligt zorg|kook|boodschappen|alleen ik|broertje
75 neglect & weken|dagen|maanden dezelfde|vieze kleren|broek ik|KIND|draag|draagt
75 neglect & geen stroom|water|verwarming|bed thuis|weken|dagen IK|we|wij|KIND
85 restraint & arm|armen rug gedraaid|draaide|draaien|omgedraaid|draait
80 restraint & man|begeleiders|leiding|personen|mensen vastgehouden|vasthielden|vasthouden|vastpakten|bovenop|boven ik|me|mij|zoon|dochter !dans
80 fear & eng|gemeen|gewelddadig|hardhandig thuis|papa|vader|stiefvader|mama|hij slaat|schreeuwt|bang|doet ik|me|mij
80 fear & wil|durf niet naar papa|vader|mama|moeder|huis|thuis want|omdat|doet|gemeen|slaat|eng|bang|boos hij|ze|slaat|bang|gemeen|zij
80 fear & bang|doodsbang voor PERP|OUDER|VOLWASSENE !verliezen !dood !mist
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

/// Sexual abuse.
pub(super) const SEXUAL_ABUSE: &str = "
85 undressing & piemel|penis|geslachtsdeel|lul|pik zien|liet|laat|toonde|stuurde|foto !arts !les
90 forced & seks geen|niet wilde|wou|wil|nee toch|boos|deed|dwong|door hij|ik %
85 secret & man|jongen niemand|geheim vertellen|weten|zeggen|verteld zegt|mag|moet ik|me|hem 
80 night_visit & elke|iedere|steeds|vaak|snachts nacht|nachten kamer|bed komt|kwam|binnen PERP !nachtdienst !DIER !kijken !mama !klopt !mijn_
85 forced & vies|gek|raar|stout|vieze|rare doet|deed|doen|dingen met|bij|tegen mij|me|haar|mijn PERP
85 forced > misbruik ~2 van ~1 mij|me|haar|hem|mijn !vertrouwen
85 forced & misbruik seksueel IK|ME|MIJN|meegemaakt|slachtoffer|meisje|dochter|zoon|jongen !thema !training
80 touching & handen thuishouden|thuis|afblijven|afhouden niet|kan PERP|hij|VOLWASSENE
85 touching > afblijven|afblijft|afbleef ~2
80 touching & blijf|blijft|bleef niet|nooit af mij|me|lijf PERP|hij
80 touching & dichtbij|dicht komt|kwam|zit|staat PERP|VOLWASSENE bed|douche|eng|aan|me !knus
80 forced & donker|alleen|kelder|schuur|bos|kleedkamer doet|deed|moet|moest hij|oom|opa|man|trainer|PERP dingen|iets|mij|me|hem aan|met|dingen
80 kissing & BANG|durf trainer|coach|oom|opa|stiefvader|leraar|neef|buurman aangeraakt|aanraakt|alleen|kamer|aan|bed|zoen
85 touching & aangeraakt|aangezeten|betast PERP|VOLWASSENE|door|hij ME|haar|hem|KIND|mij|IK
85 pictures & BEELD mezelf|mij|me|zichzelf sturen|stuur|stuurde|stuurt MOET|anders|dreigt|dwingt|wil
85 exploited & hotel|hotelkamer|afspreken man|iemand|mannen|vent|kerel app|insta|online|betaalt|geld|snap|alleen ME|ik|haar
85 forced > PERP ~1 doet|deed|doen ~1 iets|dingen|wat ~2 met|bij ~0 mij|me|haar|mijn
85 secret & zwijgen|zwijg|stilhouden|verzwijgen MOET|mag|zegt PERP|hij met|doet|deed|aan
85 forced & INTIEM hem|zijn|z MOET|moest|laat|wil IK|ME|KIND|geven|kus|kusje|aaien
85 night_visit > staat|stond|zit|zat ~2 naast|bij|voor|aan ~1 mijn|me|haar bed !voorlezen !DIER !mama
85 forced & ging|gaat ver nee|stop|wilde hij|ze
85 forced & nee stopte|door|luisterde|ging hij|ze toch|niet|door ik|zei
85 forced & gedwongen|dwong|dwingt|dwingen PERP|VOLWASSENE ME|IK|haar|KIND !school !eten !verhuizen !plaatsing
80 forced & zwanger bang|misschien gedwongen|hij|van|oom|vader|verkracht ik|ben
85 exploited & slapen|seks|bed|mee met jongens|mannen|anderen|vreemden geld|laat|moet|betalen ME|IK|haar
85 secret & spelletje|spelletjes|spel PERP|opa|oom|ons geheim|niet|niemand|slaapkamer|bed|bloot vertellen|weten|mama|zeggen|doen|bloot !playstation
80 forced & handtastelijk|grensoverschrijdend|ongewenst|opdringerig VOLWASSENE|PERP ME|IK|KIND|meisje|haar !beleid
80 pictures & porno|pornofilms|seksfilms|blote PERP|laat|moet kijken|zien|filmpjes|mensen ME|IK|KIND
80 kissing & kus|kusje|kusjes|zoen MOET|moest|wil|dwingt PERP|hem|hij|opa_|buurman|oom tong|mond|moest|niet|vies
85 undressing & bloot|naakt|uitkleden|uitgekleed PERP|oppas|laat|MOET ME|IK|KIND lopen|staan|slapen|foto|fotos|liggen|zien|dansen|hem|moet
85 touching & hand|handen|vingers in|onder broek|broekje|ondergoed|onderbroek|rok|shirt|trui PERP|zijn|hij|doet|deed|stopt ME|KIND|hem|mijn|haar|zijn !koud !zak
85 touching & RAAKT ME|HAAR aan slaap|slaapt|bed|douche|nacht|alleen
80 touching & alleen PERP aan|raar|komt|zit|wil ME|mij lichaam|lijf|dichtbij|knuffelen|plakken bang|vies|raar|niet
85 exploited & bed|slapen|seks jongens|vrienden|mannen geld|schuld|drugs|telefoon vriend|hij|ik
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
85 night_visit & KOMT BEDKAMER NACHT PERP ME|MIJN|IK|haar|KIND|bij !DIER !kletsen !welterusten !nachtdienst !slaapliedje !klopt !voorlezen !controle
85 night_visit > kruipt|kroop|kruipen|sluipt|gekropen ~4 in ~2 BEDKAMER
85 night_visit > in ~2 bed ~1 kruipt|kroop|gekropen|kruipen|ligt|komt
85 night_visit & naast|bij|op ME|HAAR liggen|ligt|lag PERP bed|nachts|nacht|wil|komt|slaap !DIER
80 night_visit > PERP ~4 bij ~1 me|mij|haar|hem ~3 in ~1 bed !kletsen !voorlezen
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

/// Running away, or outside without a place to sleep.
pub(super) const RUNNING_AWAY: &str = "
80 leaving & vertrek|vertrokken|weg|weggaan niemand|stiekem weet|weten|merkt|ziet morgenvroeg|morgen|vannacht|vanavond|nacht|zodra|straks ik|IK|ben
80 not_coming_back & teruggekomen|terugkeerde|terugkomt niet|nooit KIND|ze|hij verlof|weekend|school|bezoek|sindsdien|gisteren|zondag|zaterdag|groep !begeleider !juf
80 leaving & weg slaapt|nachtdienst|donker|wacht|slapen ben|ga ik tot|zodra|dan|als !KAMP
80 leaving & tas brood|zaklamp|kleren|spullen|geld vluchten|weg|vlucht|weglopen|vertrek IK|ga !KAMP
80 leaving > ga|ben|loop|wil|vlucht ~2 van huis ~1 weg
85 leaving > weg te ~0 lopen|rennen|vluchten|sluipen !voor !DIER
80 leaving > gesmeerd|smeer|smeren ~1 em|m|hem
80 leaving & verstop|verstopt|schuil|duik politie|jeugdzorg|voogd|leiding|ze ik|me|mezelf|ons onder|voor|niet|nooit
80 rough_sleeping > zit|sta|leef|woon ~2 nu|weer|al ~2 op ~1 straat
80 leaving > ren|ga|vlucht ~1 hier ~1 weg $ !leuk
80 leaving > ik ~1 ren|vlucht ~1 weg
75 leaving > hou|houd|trek ~1 het ~1 hier ~2 niet|NIETMEER ~1 uit|vol|meer
75 leaving & wil|moet hier weg vannacht|vanavond|nu|meteen|stiekem|raam|trein|bus IK !KAMP
75 missing & niets|niks gehoord|vernomen dagen|week|sinds KIND|dochter|zoon|kleinzoon|kleindochter
80 missing & niet DAGEN|week|weken groep|huis|thuis|leefgroep geweest|gezien|gekomen|teruggekomen ben|ik|KIND|HIJ !bezoek !vakantie
80 rough_sleeping > slaap|slaapt|slapen ~2 overal
80 leaving & loop|ren|vlucht|fiets naar papa|mama|moeder|vader|oma|huis vanavond|vannacht|stiekem|slaapt ik
80 not_coming_back > kom|ga ~1 ik|niet ~1 niet|nooit|terug ~1 terug $ !op
80 not_coming_back & zoeken|zoek|bellen ze|jullie|mij|me kom|ga|vinden niet|nooit terug|NIETTERUG|meer|me
80 missing & onvindbaar|spoorloos|vermist groep|gisteren|sinds|DAGEN|jongeren|meisjes|jongens !fiets !sleutel !telefoon
80 rough_sleeping & SLAAP|slaap mensen|vreemden|iemand|man niet|amper|nauwelijks ken|kent % !kamp
80 rough_sleeping & kraakpand|daklozenopvang|nachtopvang|leegstaand|slaapzaal IK|KIND|HIJ|slaap
80 leaving & vannacht|vanavond|morgen|donker|zodra weg|vandoor|vertrek ik ben|ga hier|tas|rugtas|niemand|slaapt|iedereen|stiekem !KAMP
80 leaving & WEGLOOP vinden|vindt|zoeken|nooit|ver|weg me|mij|ons|niemand|ze ik|wij|we !DIER
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
