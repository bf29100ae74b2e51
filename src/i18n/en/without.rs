//! English: the program of a page, or the network, is missing.

use crate::i18n::without::{NoNetwork, NoProgram};

/// Without its program.
pub(in crate::i18n) static NO_PROGRAM: NoProgram = NoProgram {
    title: "This page does not work yet.",
    reader: "You can read. You cannot react yet.",
    writer: "Nothing was sent yet. What you typed is still there. Copy it first.",
    desk: "The reading desk is not open yet.",
    slow: "Is your internet slow? Then it comes in a moment. Or open the page again.",
    reload: "Open the page again",
    help: "Need help?",
    no_script: "JavaScript is off. You can read. Do you want to do something? Then switch it on.",
};

/// Without a network.
pub(in crate::i18n) static NO_NETWORK: NoNetwork = NoNetwork {
    title: "No connection – Droombord",
    heading: "There is no connection now",
    lead: "This page is not on your phone. Try again later.",
    more: "The board may be on it.",
    again: "Try again",
    to_board: "To the board",
    help: "You can still call",
};
