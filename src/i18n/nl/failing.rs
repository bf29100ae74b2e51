//! Dutch: why something did not happen.

use crate::i18n::Failing;
use droombord_domain::outcome::Cause;

pub(in crate::i18n) static FAILING: Failing = Failing {
    change: |cause| match cause {
        Cause::SomebodyElse => {
            "Dit antwoord kwam niet van het bord. Misschien van de wifi of een filter. Probeer het straks nog eens."
        }
        Cause::Busy => "Het is druk. Probeer het over een paar minuten opnieuw.",
        Cause::Content => "Dit kan zo niet op het bord. Kijk je tekst nog eens na.",
        Cause::TooLarge => "Je tekst is te groot om te versturen. Maak hem korter.",
        Cause::Erased => "Dit was al weggehaald.",
        Cause::NotThere | Cause::KeyUnknown => {
            "Deze woorden openen hem niet meer. Heb je nieuwe woorden? Typ die hieronder."
        }
        Cause::Changed => "Dat kan nu niet meer. Kijk wat er intussen gebeurd is.",
        Cause::Silence | Cause::NotNow | Cause::SignIn | Cause::NotYours => {
            "Dat lukte niet. Wacht even en probeer het nog eens."
        }
    },
    sending: |cause| match cause {
        Cause::SomebodyElse => "Dit antwoord kwam niet van het bord. Misschien van de wifi of een filter.",
        Cause::Busy => "Het is druk. Probeer het over een paar minuten opnieuw.",
        Cause::Content | Cause::Changed => "Dit kon zo niet op het bord. Schrijf je tekst over en probeer het opnieuw.",
        Cause::TooLarge => "Je tekst is te groot om te versturen. Maak hem korter.",
        Cause::Erased => "Je had dit al weggehaald. Daarom is het niet verstuurd.",
        Cause::NotThere => {
            "Waar je op reageert, hangt niet meer op het bord. Wil je het toch zeggen? Schrijf dan een eigen droom."
        }
        Cause::Silence | Cause::NotNow | Cause::KeyUnknown | Cause::SignIn | Cause::NotYours => {
            "Het bord kan dit nu niet aannemen. Dat ligt niet aan jou."
        }
    },
    waits: |cause| match cause {
        Cause::SomebodyElse => {
            "Er gaf iets anders antwoord dan het bord. Misschien de wifi of een filter. Wat je koos, blijft hier. Open het bord later weer."
        }
        Cause::Silence => "Wat je koos, wacht op bereik. Open het bord later weer.",
        Cause::Busy => "Het is druk, het gaat vanzelf. Laat het bord nog even open.",
        Cause::NotNow
        | Cause::Content
        | Cause::TooLarge
        | Cause::Erased
        | Cause::NotThere
        | Cause::Changed
        | Cause::KeyUnknown
        | Cause::SignIn
        | Cause::NotYours => "Het bord kan dit nu niet doen. Wat je koos, blijft hier. Open het bord later weer.",
    },
    waits_foreign: "Er gaf iets anders antwoord dan het bord. Misschien de wifi of een filter. Het blijft hier. Open het bord later weer.",
    busy: "Het is druk, het gaat vanzelf",
    busy_more: "Het staat op deze telefoon. Laat het bord nog even open. Of open het later weer.",
    unread: "Dit kan je telefoon nu niet lezen",
    unread_more: "Het staat nog op deze telefoon. Wij proberen het later weer.",
    unread_throw: "Gooi dit weg",
    has_left: "Dit is misschien al onderweg. Als het binnen is, kun je het weghalen.",
    lost: "Dit staat niet meer op je telefoon. En niet op het bord. Sorry.",
    opens_nothing: "Deze woorden openen niets meer. Heb je nieuwe woorden? Typ die hieronder.",
    type_new: "Typ mijn nieuwe woorden",
};
