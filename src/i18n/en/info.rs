//! English: help, how it works, the rules, privacy, accessibility.

use crate::{
    i18n::messages::{Block, Help, Info, Operator, Prose, Section},
    places::Place,
};
use droombord_domain::{reason::Reason, settings::HelpLine};

/// Who listens.
pub(in crate::i18n) static HELP: Help = Help {
    title: "Help – Droombord",
    heading: "Need help?",
    lead: "You do not have to do it alone. These people listen. Also when you do not know what to say.",
    name: |line| match line {
        HelpLine::Emergency => "Danger, now",
        HelpLine::Kindertelefoon => "De Kindertelefoon (children’s helpline)",
        HelpLine::Line113 => "113: when you do not want to live any more",
        HelpLine::VeiligThuis => "Veilig Thuis (safe at home)",
        HelpLine::Jeugdstem => "Jeugdstem (someone on your side)",
    },
    about: |line| match line {
        HelpLine::Emergency => "Are you or is somebody else in danger now? Call at once.",
        HelpLine::Kindertelefoon => {
            "Talk about anything. You can chat too. You do not have to say your name. Calling is free."
        }
        HelpLine::Line113 => "Day and night. You can also dial 113, or chat. 0800-0113 is free.",
        HelpLine::VeiligThuis => "Is it not safe at home? Or does somebody hurt you? Day and night. Free.",
        HelpLine::Jeugdstem => {
            "Do you get youth care, and does nobody listen? Somebody you can trust stands on your side."
        }
    },
    call: |line| match line {
        HelpLine::Emergency => "Call in danger: ",
        HelpLine::Kindertelefoon => "Call De Kindertelefoon: ",
        HelpLine::Line113 => "Call 113: ",
        HelpLine::VeiligThuis => "Call Veilig Thuis: ",
        HelpLine::Jeugdstem => "Call Jeugdstem: ",
    },
    chat: |line| match line {
        HelpLine::Kindertelefoon => Some("Chat at kindertelefoon.nl"),
        HelpLine::Line113 => Some("Chat at 113.nl"),
        HelpLine::Emergency | HelpLine::VeiligThuis | HelpLine::Jeugdstem => None,
    },
    begin: "Not sure how to begin?",
    begin_say: "Just say this:",
    begin_words: "‘I need help. I do not really know how to begin.’",
    watched: "Is somebody watching?",
    watched_more: &[
        "A call can stay in the list of calls on your phone. You can remove it there.",
        "A page where you chat can stay in your browser. You can remove that there too.",
        "With ‘Leave now’ you go to another page at once. Then we also wipe what you wrote here.",
        "Do you have a keyboard? Press Shift quickly three times. It does the same.",
        "We do not see whether you call.",
    ],
    watched_link: "What stays on your phone",
};

pub(in crate::i18n) static INFO: Info = Info {
    on_this_page: "On this page",
    about: Prose {
        title: "How does it work? – Droombord",
        heading: "How does it work?",
        lead: "You say what must change in youth care. A human reads it. And you see what happens next.",
        sections: &[
            Section {
                heading: "In four steps",
                blocks: &[Block::Steps(&[
                    ("You write", "A dream or a story. One sentence is enough. You do not have to give a name."),
                    (
                        "A human reads it",
                        "That is a facilitator of the movement. Facilitators read everything. Nobody else sees your dream yet.",
                    ),
                    (
                        "Your dream is on the board",
                        "Only after a facilitator says yes. Is it a no? Then you read why, and what you can do.",
                    ),
                    (
                        "You see what happens next",
                        "That is in the trail of your dream. You open it with your dream key.",
                    ),
                ])],
            },
            Section {
                heading: "How long until somebody reads it?",
                blocks: &[Block::ReadingTime, Block::Say("Does it take longer? Then we say so here.")],
            },
            Section {
                heading: "A dream or a story?",
                blocks: &[Block::Terms(&[
                    ("A dream", "How it should be."),
                    ("A story", "How it was. Or how it is now."),
                ])],
            },
            Section {
                heading: "Start, stop, turn back",
                blocks: &[
                    Block::Say("What must happen? The movement has three words for it."),
                    Block::Terms(&[
                        ("Start", "This must come."),
                        ("Stop", "They must stop doing this."),
                        (
                            "Turn back",
                            "They must look at this again. Or put it right. For example a case file that is wrong.",
                        ),
                    ]),
                    Block::Say("Not sure? Then choose nothing. That is fine too."),
                ],
            },
            Section {
                heading: "The dream key",
                blocks: &[
                    Block::Say("That is 7 Dutch words. With them you open your own dreams."),
                    Block::Say("Your phone makes those words. We cannot give them a second time. So write them down."),
                    Block::Say("Show them to nobody. Whoever has your words can read your dreams. And take them away."),
                    Block::Link(Place::Mine, "Open my dreams"),
                ],
            },
            Section {
                heading: "Reacting",
                blocks: &[
                    Block::Say("You can say three things: ‘I hear you’, ‘I know this too’ and ‘I join in’."),
                    Block::Say("There is no thumb down. There are no points. There is no top ten either."),
                ],
            },
            Section {
                heading: "Organisations answer",
                blocks: &[
                    Block::Say("A facilitator asks an organisation for an answer. You see how long that takes."),
                    Block::Say("A person answers. You see a first name and their job."),
                    Block::Say("First they say what they understand of you. Then they say what they do."),
                    Block::Say("Only you say whether it feels heard."),
                    Block::Say("Sometimes they promise something, with a day. Later we ask you: is it so?"),
                    Block::Say("Do you want to say something about a dream? You can. A facilitator reads it first."),
                    Block::Link(Place::Promises, "Look at the promises"),
                ],
            },
            Section {
                heading: "Who are we?",
                blocks: &[
                    Block::Say(
                        "We are the movement Radicale vernieuwing jeugdzorg. That means: renewing youth care from the roots.",
                    ),
                    Block::Say(
                        "Many children, young people and parents say: nobody hears me, nobody sees me. Others decide over our heads.",
                    ),
                    Block::Say(
                        "The movement wants decisions with you, not about you. People who lived through it have been part of this from the first hour. So have parents and grandparents. And people who work in youth care.",
                    ),
                    Block::Say(
                        "Care organisations join in too. They ask themselves: what must we start, stop and turn back?",
                    ),
                    Block::Say(
                        "It begins small. But we hope for a peat fire. That is a fire under the ground. You hardly see it, and still it goes on.",
                    ),
                    Block::Say("LOC Waardevolle zorg, an association for good care, helps the movement."),
                ],
            },
            Section {
                heading: "What do we promise?",
                blocks: &[Block::List(&[
                    "A human reads your words before they go on the board.",
                    "Do we say no? Then we also say why.",
                    "We do not turn your sentence into another one.",
                    "You can always take your dream away.",
                    "Does it take long? Then we say so honestly.",
                ])],
            },
            Section {
                heading: "What do we not promise?",
                blocks: &[
                    Block::List(&[
                        "That your dream comes true. Change takes time.",
                        "That an answer comes soon.",
                        "That nobody recognises you. That also depends on what you write.",
                    ]),
                    Block::Link(Place::Rules, "How to write safely"),
                ],
            },
        ],
    },
    rules: Prose {
        title: "Our rules – Droombord",
        heading: "Our rules",
        lead: "Angry is fine. Recognisable is not.",
        sections: &[
            Section {
                heading: "This is fine",
                blocks: &[Block::List(&[
                    "Saying what must change in youth care.",
                    "Telling how it was. Or how it is now.",
                    "Being angry. Or sad. Or glad.",
                    "Writing the way you talk. Mistakes do not matter.",
                    "Writing for somebody else. Then say so.",
                ])],
            },
            Section {
                heading: "How to write safely",
                blocks: &[
                    Block::Say("Everybody can read the board. Also people who know you."),
                    Block::List(&[
                        "Write no names. Not your own either.",
                        "Write ‘my mentor’ or ‘my school’.",
                        "Write ‘where I live’, and not what that place is called.",
                        "Write no numbers, addresses or birthdays.",
                        "Leave out what only you have lived through, if you can.",
                    ]),
                    Block::Say(
                        "Take care with small things together. With your age, your town and a date, somebody can recognise you.",
                    ),
                ],
            },
            Section {
                heading: "Ten reasons for a no",
                blocks: &[
                    Block::Say(
                        "Sometimes a dream does not go on the board. Then the facilitator chooses one of these reasons.",
                    ),
                    Block::Reasons,
                ],
            },
            Section {
                heading: "Was it a no?",
                blocks: &[
                    Block::Say("Then ‘My dreams’ says why. It also says what you can do."),
                    Block::Say("You may write it in another way and send it again. Then we read it again."),
                    Block::Say("Another facilitator can also turn a no into a yes."),
                    Block::Say("Is a dream on the board already? We can still take it off. Then too we say why."),
                    Block::Link(Place::Mine, "To my dreams"),
                ],
            },
            Section {
                heading: "Rules for ourselves",
                blocks: &[Block::List(&[
                    "First hear, then look. Every dream deserves a reader.",
                    "Nothing changes without the writer knowing.",
                    "Nothing goes away without a reason.",
                    "We do not guess who wrote something.",
                ])],
            },
            Section {
                heading: "Are you not safe?",
                blocks: &[
                    Block::Say("Then do not wait for us. A facilitator does not read your dream at once."),
                    Block::Link(Place::Help, "Here you can call or chat"),
                ],
            },
        ],
    },
    reason_more: |reason| match reason {
        Reason::Recognisable => "You, or somebody else. Leave out names, places and dates.",
        Reason::ContactDetails => "Or your name on an app. Somebody could bother you with it. Leave it out.",
        Reason::CaseFile => "A number or a piece of a case file cannot be on the board. Your point can.",
        Reason::AnotherChild => "That child cannot decide about it now. Tell only your part.",
        Reason::Accusation => "The board cannot say that a certain person did something. Write what must change.",
        Reason::HurtfulWords => "Angry is fine. Say it without hurting somebody.",
        Reason::Worried => "Then help for you matters more now than the board. You do not have to do it alone.",
        Reason::OffTopic => "This board is about care, and about where you live.",
        Reason::Duplicate => "Perhaps you tapped twice. Your one dream simply stays.",
        Reason::Unclear => "Add what must change.",
    },
    privacy: Prose {
        title: "Privacy – Droombord",
        heading: "What do you know about me?",
        lead: "As little as we can. Here you read what we keep, who reads it, and for how long.",
        sections: &[
            Section {
                heading: "What we keep",
                blocks: &[
                    Block::List(&[
                        "The words that you send.",
                        "What you choose beside them. For example: young person, 13 to 15 years, North of the Netherlands.",
                        "When you sent it, and what happened to it after that. That is the trail.",
                        "A code that belongs to your dream key. We do not keep the 7 words themselves.",
                        "Keywords. The facilitator chooses those.",
                        "Which organisation read your dream. Not which person, and not when.",
                        "Sometimes a sign: read this first, with two people. After their choice that sign is gone.",
                    ]),
                    Block::Say(
                        "Do you react to a dream? Then your phone makes a code, for that dream alone. We keep the code and the day. So every phone counts once. The writer hears only how many there are.",
                    ),
                ],
            },
            Section {
                heading: "What we do not ask and do not keep",
                blocks: &[
                    Block::List(&[
                        "Your name, your address, your e-mail address or your phone number.",
                        "The internet number of your phone (your IP address).",
                        "Which phone you have.",
                        "Which dreams you read.",
                    ]),
                    Block::Say(
                        "Does a lot come from one place at once? Then the board slows down for a moment. For that the computer counts, with a code. After an hour it throws the code away.",
                    ),
                    Block::Say("There is no advertising on our pages. No other companies look on either."),
                ],
            },
            Section {
                heading: "Can somebody recognise me?",
                blocks: &[
                    Block::Say(
                        "Yes, that can happen. People who know you may recognise your story. So write no names and places.",
                    ),
                    Block::Say("The facilitator looks out for that too. But a human can miss something."),
                    Block::Say(
                        "An answer is on the board only after a few minutes. So nobody sees the moment at which somebody did something. A new dream is there at once.",
                    ),
                    Block::Link(Place::Rules, "How to write safely"),
                ],
            },
            Section {
                heading: "Who reads it?",
                blocks: &[
                    Block::List(&[
                        "First only the facilitators. They see what you wrote and when. They do not see who you are.",
                        "After a yes everybody can read it. The board says only roughly when.",
                        "Whoever has your dream key can read all that is yours. Also what is not on the board.",
                    ]),
                    Block::Say(
                        "Our computer looks for names, numbers and worries too. Only a facilitator sees that. The computer decides nothing.",
                    ),
                    Block::Say(
                        "Did you ask a facilitator to look at once? We know that until somebody has read it. Then it is gone.",
                    ),
                    Block::Say(
                        "An administrator looks after the computer that holds it all. At the desk they cannot read. Whoever can reach the computer itself can reach the words.",
                    ),
                    Block::Say(
                        "Everybody can take a photo of the board. We cannot take that away. We ask search engines not to show the board.",
                    ),
                ],
            },
            Section {
                heading: "How long do we keep it?",
                blocks: &[
                    Block::Say(
                        "You can always take your words away, in ‘My dreams’. For that you need your dream key.",
                    ),
                    Block::List(&[
                        "Is it on the board? Then it stays until you take it away.",
                        "Did we say no, or take it off the board? Then we wipe your words after 90 days.",
                        "Did you choose ‘Do not place it after all’? Then we wipe your words after 30 days.",
                        "Do you send a new text? Then the old one is gone at once.",
                        "Did we ask you something? After 7 days we ask once more. 30 days later it is over.",
                        "Did we leave something out? Then you can see for 30 days what stood there.",
                    ]),
                    Block::Say(
                        "Do you choose ‘Take it away’? Then your words and choices are gone at once. We cannot bring them back.",
                    ),
                    Block::Say(
                        "An empty trail stays, with the code of your dream key. It says that there was something, and what happened to it.",
                    ),
                    Block::Say(
                        "Sometimes we make a copy, in case the computer breaks. Your words can still be in there. Such a copy should be gone after 30 days.",
                    ),
                    Block::Say("Did you lose your dream key? Then we do not know which dreams are yours."),
                    Block::Link(Place::Mine, "To my dreams"),
                ],
            },
            Section {
                heading: "What is on your phone?",
                blocks: &[
                    Block::List(&[
                        "What you wrote, until you sent it or threw it away.",
                        "What you sent without internet, until we have it.",
                        "Your dream key, if you let this phone keep it.",
                        "Which dreams you reacted to, and a secret number for that.",
                        "What you saw at ‘My dreams’, if you let this phone keep your key.",
                        "The board and the dreams that you read, so that you can read without internet too. After 14 days you do not see them any more.",
                    ]),
                    Block::Say(
                        "This is on your phone alone. There is no lock on it. Whoever has your phone open can see it.",
                    ),
                ],
            },
            Section {
                heading: "Does somebody read along while you write?",
                blocks: &[
                    Block::Say(
                        "Your browser can translate a page for you. Then the words of that page go to a company. That company makes the translator.",
                    ),
                    Block::Say(
                        "What you write, the translator does not get from us. Nor what stands under ‘My dreams’. So that stays as it is.",
                    ),
                    Block::Say(
                        "Where you write we switch help with spelling off. Such help sometimes sends your words to a company. A program that somebody put on the phone may not listen.",
                    ),
                    Block::Say(
                        "Your keyboard is of a company too. We can do nothing about that. Look at the settings of your keyboard.",
                    ),
                ],
            },
            Section {
                heading: "Is it not your phone?",
                blocks: &[
                    Block::Say(
                        "Then choose while writing: ‘This is not my phone’. Then we keep nothing on it. Do you close the page? Then all that you wrote is gone from it.",
                    ),
                    Block::Say("Do write down the 7 words. Without them you cannot open your dream any more."),
                    Block::Say("You cannot copy them there. Such a copy would stay on the phone."),
                ],
            },
            Section {
                heading: "Do you have to leave fast?",
                blocks: &[
                    Block::Say("Tap ‘Leave now’. Or press Shift three times, fast. You go to another page at once."),
                    Block::Say(
                        "Then we wipe what the board kept on the phone. Your dream key too. No 7 words on paper? Then you cannot open your dream any more.",
                    ),
                    Block::Say(
                        "Did you copy something here? Then we put something empty in its place. That does not work in every browser.",
                    ),
                    Block::Say("What we cannot do:"),
                    Block::List(&[
                        "Empty the history of your browser. It can say that you were here. You can wipe it yourself.",
                        "Make sure that nobody notices. Whoever runs the wifi can sometimes see which website you opened.",
                    ]),
                ],
            },
            Section {
                heading: "Your rights",
                blocks: &[
                    Block::Say("The law says what you may ask. That law is called the GDPR (in Dutch: AVG)."),
                    Block::List(&[
                        "Know what we have about you (article 15). With your dream key you see your dreams and their trail.",
                        "Have it taken away (article 17). You do that yourself, with ‘Take it away’.",
                        "Complain to the Autoriteit Persoonsgegevens (article 77). They watch over this law in the Netherlands.",
                    ]),
                    Block::Web("autoriteitpersoonsgegevens.nl"),
                ],
            },
            Section { heading: "Who takes care of this?", blocks: &[Block::Controller, Block::Contact] },
        ],
    },
    accessibility: Prose {
        title: "Accessibility – Droombord",
        heading: "Can you read this well?",
        lead: "Everybody must be able to read and write here. Does it not work for you? Then that is our fault.",
        sections: &[
            Section {
                heading: "How it is made",
                blocks: &[Block::List(&[
                    "Everything works with a keyboard.",
                    "Every button and every field has a name that a screen reader says.",
                    "Colour never says something alone. There is always a word.",
                    "Letters may be twice as large. You do not have to scroll sideways then.",
                    "It fits on a small phone.",
                    "It follows your phone: light or dark, more contrast, or no motion.",
                    "You have all the time. Nothing on the board runs out.",
                    "The wall and the list are the same board. Choose what you like.",
                ])],
            },
            Section {
                heading: "What is not good yet",
                blocks: &[Block::List(&[
                    "Writers write as they like. Not every dream is easy to read.",
                    "There is no sign language. There are no pictures beside the words either.",
                    "Dreams are not translated. Most of them are in Dutch, and so are the keywords.",
                    "We have not tested it yet with people who are blind or see little.",
                ])],
            },
            Section {
                heading: "Which standard do we follow?",
                blocks: &[
                    Block::Say(
                        "There is a standard for pages that work for everybody. It is called WCAG. We want to meet version 2.2, levels A and AA.",
                    ),
                    Block::Say(
                        "Programs test a part of it. Nobody from outside has examined the board. So we do not say that all is right.",
                    ),
                ],
            },
            Section {
                heading: "Tell us",
                blocks: &[
                    Block::Say("Does something not work? Tell us where you were and what went wrong."),
                    Block::Contact,
                ],
            },
        ],
    },
    share: |n| format!("In the last 30 days we read {n} of 100 texts in time."),
    once_more: "Once more for Leave now",
    operator: Operator {
        controller: "Responsible for this data: ",
        no_controller: "Here it should say who is responsible. The administrator of this board has not filled that in yet.",
        contact: "How to reach us: ",
        contact_more: "Do you mail or call us? Then we can see who you are. So do not put your dream in there.",
        no_contact: "Here it should say how to reach us. The administrator of this board has not filled that in yet.",
    },
};
