//! Dutch: the program of a page, or the network, is missing.

use crate::i18n::without::{NoNetwork, NoProgram};

/// Without its program.
pub(in crate::i18n) static NO_PROGRAM: NoProgram = NoProgram {
    title: "Deze pagina werkt nog niet.",
    reader: "Lezen kan wel. Reageren kan nog niet.",
    writer: "Er is nog niets verstuurd. Wat je typte, staat er nog. Kopieer het eerst.",
    desk: "De leestafel is nog niet open.",
    slow: "Is je internet traag? Dan komt het zo. Of open de pagina opnieuw.",
    reload: "Open de pagina opnieuw",
    help: "Hulp nodig?",
    no_script: "JavaScript staat uit. Lezen kan wel. Wil je iets doen? Zet het dan aan.",
};

/// Without a network.
pub(in crate::i18n) static NO_NETWORK: NoNetwork = NoNetwork {
    title: "Geen verbinding – Droombord",
    heading: "Er is nu geen verbinding",
    lead: "Deze pagina staat niet op je telefoon. Probeer het straks nog eens.",
    more: "Het bord staat er misschien wel op.",
    again: "Probeer opnieuw",
    to_board: "Naar het bord",
    help: "Bellen kan wel",
};
