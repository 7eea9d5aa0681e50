"""The glossary: the words of the field and of this game, in the order in which one meets them."""

from game.language import t_later

WORDS = (
    (
        "actor",
        t_later("Actor"),
        t_later(
            "A state or another body that can act: an organization, a company, a movement, "
            "a medium, a person."
        ),
    ),
    (
        "audience",
        t_later("Audience"),
        t_later(
            "A public. It holds opinions and gives no orders; what it believes decides what "
            "actors can do."
        ),
    ),
    (
        "tie",
        t_later("Tie"),
        t_later(
            "Influence of one on another, with a strength. Talk travels along ties, and "
            "opinions follow them."
        ),
    ),
    (
        "channel",
        t_later("Channel"),
        t_later(
            "Where messages travel: a site, a network, a messenger, a broadcaster, the "
            "press, a conference, the street."
        ),
    ),
    (
        "issue",
        t_later("Issue"),
        t_later("A question on which audiences stand somewhere between two ends."),
    ),
    (
        "claim",
        t_later("Claim"),
        t_later(
            "A statement that spreads. It may be true, false or forged; the game knows, the "
            "seats must find out."
        ),
    ),
    (
        "secret",
        t_later("Secret"),
        t_later(
            "Something true that not everybody holds. It can leak, be stolen, be traded or be told."
        ),
    ),
    (
        "seat",
        t_later("Seat"),
        t_later("A place at the table; a person or a small team speaks for its actor."),
    ),
    (
        "facilitator",
        t_later("Facilitator"),
        t_later(
            "Who runs the exercise: sees everything, releases injects, keeps the clock. The "
            "field also says white cell."
        ),
    ),
    (
        "stand_in",
        t_later("Stand-in"),
        t_later(
            "The program playing a seat that nobody holds. It sees what a person there "
            "would see, and no more."
        ),
    ),
    (
        "move",
        t_later("Move"),
        t_later(
            "A kind of deed, such as publishing a statement. In other exercises a move is a "
            "period of play; here it never is: that is a turn."
        ),
    ),
    (
        "order",
        t_later("Order"),
        t_later(
            "One instruction: a move, at whom, about what, over which channel. All orders "
            "of a turn resolve at once."
        ),
    ),
    (
        "sheet",
        t_later("Sheet"),
        t_later(
            "Your orders for a turn. Sealed when you hand it in; nobody sees it before all are in."
        ),
    ),
    (
        "turn",
        t_later("Turn"),
        t_later(
            "A round of play: something happens, you observe, you order, all is "
            "adjudicated, and you see what you may see."
        ),
    ),
    (
        "inject",
        t_later("Inject"),
        t_later("Something that the script of the exercise makes happen."),
    ),
    (
        "adjudicate",
        t_later("Adjudicate"),
        t_later("To work out what all orders of a turn do together."),
    ),
    (
        "void",
        t_later("Void"),
        t_later("An order that did nothing and cost nothing; the reason is told."),
    ),
    (
        "failed",
        t_later("Failed"),
        t_later("An order that was paid for and met something you could not know."),
    ),
    (
        "measure",
        t_later("Measure"),
        t_later(
            "A number of the world, such as trust. You see some exactly, some as an "
            "estimate, some not at all."
        ),
    ),
    (
        "credibility",
        t_later("Credibility"),
        t_later(
            "How far an audience believes an actor. It opens ears, and unanswered questions "
            "wear it down."
        ),
    ),
    (
        "tension",
        t_later("Tension"),
        t_later(
            "How close two actors stand to a break, shown as rungs of a ladder. An off-ramp "
            "is an order that leads down."
        ),
    ),
    (
        "trust",
        t_later("Trust"),
        t_later(
            "How far one actor relies on another. Deception leaves a scar: it never comes "
            "back whole."
        ),
    ),
    (
        "evidence",
        t_later("Evidence"),
        t_later("How sure one is that another did something. A false flag plants it on a third."),
    ),
    (
        "undertaking",
        t_later("Undertaking"),
        t_later(
            "What parties may sign: their words, and promises the game can see kept or broken."
        ),
    ),
    (
        "objective",
        t_later("Objective"),
        t_later(
            "What your seat is to reach. It has a weight in the score; reaching all is "
            "rarely possible."
        ),
    ),
    (
        "estimate",
        t_later("Estimate"),
        t_later("A number you do not know exactly: drawn as a band, not as a point."),
    ),
    (
        "forecast",
        t_later("Forecast"),
        t_later(
            "What your orders would do in many worlds made up from what you know. It is no promise."
        ),
    ),
    (
        "confidence",
        t_later("How sure"),
        t_later(
            "How likely you think that what you expect will happen. The debrief compares it "
            "with what did."
        ),
    ),
    (
        "journal",
        t_later("Journal"),
        t_later("The saved game: seed, orders and interventions, enough to play it again."),
    ),
    (
        "debrief",
        t_later("Debrief"),
        t_later(
            "The talk afterwards: what was planned, what happened, why, and what to keep or change."
        ),
    ),
)
