//! Help in the house: as little as possible, and on the right day.
//! Written by hand; `filling` chooses and places. What follows from something is only told after it.

use crate::demo::content::course::{Course, consultation, conversation, message, phone, visit};

/// Help in the house: as little as possible, and on the right day.
pub static HOME_HELP: Course = Course {
    domain: "wmo",
    openings: &[
        phone(
            "plan",
            "{Mevrouw} vraagt om hulp in huis. Bukken en tillen gaan niet meer. Ik heb verteld hoe het \
                gaat: eerst een gesprek thuis, dan een verslag dat {zij} kan aanpassen, dan pas een \
                besluit.",
        ),
        visit(
            "household",
            "De huisarts had {mevrouw} aangeraden om ons te bellen. {Zij} vindt zelf dat het wel gaat, \
                als niemand naar de vloer kijkt. Na een ronde door het huis wil {zij} praten over de \
                vloer, en alleen over de vloer.",
        ),
        conversation(
            "plan",
            "{Mevrouw} kwam vragen of hulp in huis ook kan zonder dat er elke keer iemand anders komt. \
                {Zij} heeft drie dingen opgeschreven: één gezicht, een vaste dag, en niet aan de \
                planten. Uitgelegd wat wij kunnen beloven en wat niet.",
        ),
    ],
    notes: &[
        visit(
            "household",
            "Thuis gekeken wat lukt en wat niet. Lukt: koken, afwas, stof afnemen tot schouderhoogte. \
                Lukt niet: vloeren, ramen, het bed verschonen. {Mevrouw} wil zelf blijven strijken. 'Dat \
                is mijn radiomoment.'",
        ),
        message(
            "plan",
            "Verslag gestuurd. {Mevrouw} streepte één zin door: dat {zij} 'beperkt' is. Er staat nu wat \
                {zij} kan en wat {zij} niet kan. Dat is ook duidelijker.",
        )
        .opinion("Terechte streep."),
        phone(
            "plan",
            "Het besluit is er: twee uur en een kwartier per week. {Mevrouw} vraagt wat dat kwartier is. \
                De ramen, één keer in de maand. Uitgelegd hoe bezwaar gaat. {Zij} is het ermee eens.",
        ),
        visit(
            "plan",
            "Kennisgemaakt met de hulp, samen met {mevrouw}. Zij hebben zelf afgesproken welke dag en \
                welke kamer eerst. De sleutel blijft bij de buren. {Mevrouw} kiest wat de hulp niet \
                aanraakt: de vensterbank met foto's.",
        )
        .observed()
        .begins("hulp"),
        phone(
            "general",
            "De hulp kwam twee keer niet. {Mevrouw} had drie kwartier aan de telefoon gehangen. Ik heb \
                het bureau gebeld met {hem} aan de lijn. Voortaan belt het bureau vóór negen uur als er \
                niemand komt.",
        )
        .told_by_others()
        .follows("hulp"),
        visit(
            "general",
            "Het loopt. {Mevrouw} en de hulp drinken eerst koffie, de klok gaat pas daarna lopen. Dat \
                hebben zij zo afgesproken, ook met het bureau.",
        )
        .follows("hulp"),
        phone(
            "plan",
            "{Mevrouw} is gevallen over een kleed, zonder iets te breken. Het kleed ligt nu opgerold in \
                de berging. Ik vraag of er iemand van valpreventie kan meekijken. {Zij} vindt het goed.",
        )
        .corrected(
            "{Mevrouw} is gevallen in de badkamer, zonder iets te breken. Ik vraag of er iemand van \
                valpreventie kan meekijken. {Zij} vindt het goed.",
            "Het was niet in de badkamer maar in de gang, over een kleed. {Mevrouw} las het en belde.",
        )
        .begins("val"),
        consultation(
            "health",
            "De wijkverpleegkundige keek mee, op verzoek van {mevrouw}. Advies: een tweede leuning, \
                antislip in de gang en een lampje bij de trap. De rest is zoals het is.",
        )
        .told_by_others()
        .follows("val"),
        visit(
            "plan",
            "Teruggekeken. {Mevrouw} wil hetzelfde houden, op één ding na: de ramen hoeven niet meer. In \
                die tijd helpt de hulp liever met de boodschappenlijst op de telefoon.",
        )
        .follows("hulp"),
        phone(
            "household",
            "{Zijn} kleinkind komt twee weken logeren. De hulp hoeft dan niet te komen. {Mevrouw} regelt \
                het zelf met het bureau.",
        )
        .follows("hulp"),
        visit(
            "general",
            "{Mevrouw} had de koekjes al klaar. {Zij} vertelt dat {zij} weer buiten op het bankje zit, \
                elke middag om vier uur. Er zit meestal al iemand.",
        )
        .observed(),
    ],
    closings: &[
        phone(
            "plan",
            "{Mevrouw} gaat kleiner wonen, bij {zijn} dochter in de straat. Daar doen zij het samen. \
                {Zij} zegt de hulp zelf af en wil de hulp nog wel een keer op de koffie.",
        )
        .follows("hulp"),
        phone(
            "plan",
            "Met {mevrouw} afgesproken dat wij geen vaste gesprekken meer hebben. {Zij} regelt het met \
                het bureau en met de hulp. Verandert er iets, dan belt {zij}. Zo niet, dan hoort {zij} \
                over een jaar van ons.",
        )
        .follows("hulp"),
    ],
};
