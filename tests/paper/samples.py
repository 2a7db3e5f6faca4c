"""Sheets with invented people, and the French words they are looked at in."""

from dataclasses import replace
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from advisor_app.domain.codes import Introduction, Language, ProjectStatus
from advisor_app.domain.partial_date import PartialDate
from advisor_app.domain.thread import (
    MarkKind,
    ThreadAppointment,
    ThreadData,
    ThreadMark,
    ThreadMonth,
    ThreadPeriod,
    ThreadProject,
)
from advisor_app.reports.daypack_data import DayPackData, OutsideVisit, PackMeeting
from advisor_app.reports.letter_data import DateBox, LetterData, Listed, Prose
from advisor_app.reports.sheet_data import (
    Bar,
    ContactLine,
    CourseLine,
    DocumentLine,
    DocumentState,
    FigureLine,
    LeavingLine,
    PersonLine,
    Printing,
    RememberLine,
    SheetData,
    Subject,
    Theme,
    Visit,
)

TODAY = date(2026, 4, 23)
PARIS = ZoneInfo("Europe/Paris")


def at(hour: int, minute: int) -> datetime:
    return datetime(2026, 4, 23, hour, minute, tzinfo=PARIS)


def thread() -> ThreadData:
    months = [date(year, month, 1) for year in range(2019, 2027) for month in range(1, 13)]
    shown = [month for month in months if date(2019, 3, 1) <= month <= TODAY]
    return ThreadData(
        from_day=date(2018, 9, 3),
        today=TODAY,
        periods=(
            ThreadPeriod("S. Aubert", date(2018, 9, 3), date(2019, 12, 2)),
            ThreadPeriod(
                "Jean-Marc Thibault",
                date(2019, 12, 3),
                date(2025, 10, 5),
                introduction=Introduction.ACQUAINTED,
            ),
            ThreadPeriod("Claire Morvan", date(2025, 10, 6), is_reader=True),
        ),
        marks=(
            ThreadMark(date(2019, 12, 5), MarkKind.MEETING, "Présentation"),
            ThreadMark(date(2020, 9, 14), MarkKind.TALK),
            ThreadMark(date(2021, 5, 18), MarkKind.MEETING, "Épargne"),
            ThreadMark(date(2022, 11, 8), MarkKind.MEETING, "Compte joint"),
            ThreadMark(date(2023, 6, 20), MarkKind.TALK),
            ThreadMark(date(2024, 3, 12), MarkKind.MEETING, "Idée d’achat"),
        ),
        months=tuple(
            ThreadMonth(month, 2 + (index * 7 % 5) + index // 9)
            for index, month in enumerate(shown)
            if index % 17 != 2
        ),
        projects=(
            ThreadProject("birth_adoption", ProjectStatus.DONE, PartialDate(2026, 1, 14)),
            ThreadProject("first_home", ProjectStatus.OPEN, PartialDate(2026, 9)),
        ),
        appointment=ThreadAppointment(at(10, 30)),
    )


def fournier() -> SheetData:
    return SheetData(
        language=Language.FR,
        reference="7F3K-2291",
        printing=Printing("Claire Morvan", at(10, 18), TODAY),
        names="Camille et Julien Fournier",
        visit=Visit(at(10, 30), at(11, 30), "Bureau 2"),
        marks=("Première rencontre avec vous", "Achat d’une maison"),
        reason=(
            "Ils veulent acheter une maison pour septembre 2026, et Louise est née en janvier."
            " Vous ne vous êtes pas encore rencontrés : la dernière rencontre à l’agence date du"
            " 12 mars 2024, avec Jean-Marc Thibault."
        ),
        people=(
            PersonLine("Camille Fournier", "34 ans, infirmière, en congé jusqu’au 1er juin"),
            PersonLine("Julien Fournier", "36 ans, menuisier salarié"),
            PersonLine("Louise", "née le 14 janvier 2026, viendra peut-être"),
        ),
        remember=(
            RememberLine("Camille : thé. Julien : café sans sucre.", "coffee"),
            RememberLine("Viennent à vélo, avec la poussette.", "bike"),
            RememberLine("Préfèrent les explications dessinées.", "pencil"),
        ),
        avoid=(
            "Ne pas annoncer un accord : seule la décision du prêteur engage",
            "Ne pas supposer que l’autre emprunteur est un conjoint",
            "Le client reste libre de son assurance emprunteur : le dire",
        ),
        least_outcome="un budget mensuel confortable posé ensemble",
        best_outcome="la liste des pièces, et la date du deuxième point",
        thread=thread(),
        project_names=(("birth_adoption", "Naissance"), ("first_home", "Achat")),
        subject=Subject(
            title="Projet : achat d’une maison",
            aside="visé pour septembre 2026 · chiffres indicatifs au 23 avril 2026",
            figures=(
                FigureLine("Prix visé", "285 000 €", strong=True),
                FigureLine("Frais d’acquisition (dits « frais de notaire »)", "21 400 €"),
                FigureLine("Apport", None),
                FigureLine("À financer", "264 400 €", strong=True),
            ),
            bars=(
                Bar("Mensualité visée", "1 250 €", Decimal(1250), "hatched"),
                Bar("Mensualité estimée", "1 296 €", Decimal(1296), "black"),
                Bar("35 % des revenus", "1 442 €", Decimal(1442), "white"),
            ),
            basis=(
                "25 ans, 3,30 %, hors assurance, d’après leur simulation en ligne du 21 avril.",
                "Revenus nets du foyer : 4 120 € par mois.",
            ),
            remark=(
                "Pour tenir 1 250 € par mois, il manque environ 9 300 € d’apport ; sinon, compter"
                " 46 € de plus par mois, sous la limite."
            ),
        ),
        theme=Theme(
            "Depuis la dernière fois",
            "",
            (
                "14 janvier 2026 : naissance de Louise.",
                "21 avril 2026 : simulation de crédit en ligne.",
            ),
        ),
        contacts=(
            ContactLine("Courrier", given=True),
            ContactLine("Téléphone", given=True),
            ContactLine("E-mail", given=True),
            ContactLine("SMS", given=False),
        ),
        questions=(
            "Qu’est-ce qui vous donne envie d’acheter maintenant plutôt que de rester locataires ?",
            "À quoi ressemblerait le logement où vous vous voyez dans cinq ans ?",
            "Quel montant mensuel vous laisserait dormir tranquilles ?",
            "De quelle somme souhaitez-vous ne pas vous séparer, quoi qu’il arrive ?",
            "Qui d’autre participe à la décision ou pourrait vous aider ?",
        ),
        course=tuple(
            CourseLine(time(hour, minute), minutes, label)
            for hour, minute, minutes, label in (
                (10, 30, 5, "Accueil, durée convenue, motif redit par le client"),
                (10, 35, 15, "Écoute : le projet raconté par le client"),
                (10, 50, 10, "Budget : ce qui entre, ce qui sort, ce qui reste"),
                (11, 0, 5, "Point sur l’épargne et les réserves"),
                (11, 5, 15, "Les chiffres de la fiche, vérifiés ensemble"),
                (11, 20, 5, "Calendrier du projet et dates butoirs"),
                (11, 25, 5, "Décisions, prochaine étape datée, qui rappelle qui"),
            )
        ),
        documents=(
            DocumentLine("Pièce d’identité en cours de validité", DocumentState.ON_FILE),
            DocumentLine("3 derniers bulletins de salaire", DocumentState.TO_ASK),
            DocumentLine("Bulletin de décembre (cumul annuel)", DocumentState.TO_ASK),
            DocumentLine("2 derniers avis d’imposition", DocumentState.TO_ASK),
            DocumentLine(
                "Relevés d’épargne et d’assurance vie (toutes banques)", DocumentState.ON_FILE
            ),
            DocumentLine("Annonce ou descriptif du bien visé", DocumentState.IF_ANY),
            DocumentLine("Compromis ou promesse de vente, si signé", DocumentState.IF_ANY),
        ),
        situation=(
            "Compte courant, compte joint : oui, depuis 2009.",
            "Épargne logement : oui, depuis 2012 ; clôture le 17 mars 2027.",
            "Crédit à la consommation : oui, jusqu’en mai 2028.",
            "Anniversaire qui compte : Julien aura 40 ans en 2030.",
        ),
        rules=(
            "Visite à domicile : pas d’accord donné.",
            "Profil d’investisseur : aucune date connue.",
            "Ni santé, ni opinions dans le compte rendu.",
        ),
        leaving=(
            LeavingLine("Prochaine étape :", to_fill=True),
            LeavingLine("Prochain rendez-vous :", to_fill=True),
            LeavingLine("Mot de suivi avant samedi 25 avril, 11 h 30"),
            LeavingLine("Contacts acceptés relus ensemble"),
            LeavingLine("Thème à clore"),
        ),
    )


def day_pack() -> DayPackData:
    return DayPackData(
        language=Language.FR,
        reference="K2QX-0423",
        printing=fournier().printing,
        advisor="Claire Morvan",
        branch="Agence de Villeneuve",
        day=TODAY,
        hours=(time(9), time(18)),
        pauses=((time(12, 30), time(13, 45)),),
        meetings=(
            PackMeeting(
                at(9, 0),
                at(10, 0),
                "Paul et Inès Marchetti",
                "Marchetti",
                "Rachat de crédits",
                "Bureau 2",
                "Tableau de leurs quatre crédits",
                named("Paul et Inès Marchetti"),
            ),
            PackMeeting(
                at(10, 30),
                at(11, 30),
                "Camille et Julien Fournier",
                "Fournier",
                "Achat d’une maison",
                "Bureau 2",
                "Papier blanc et crayons ; place pour la poussette",
                fournier(),
                first_meeting=True,
            ),
            PackMeeting(
                at(14, 0),
                at(15, 0),
                "Marguerite Delaunay",
                "Delaunay",
                "Transmission du patrimoine",
                "Chez elle, 3 rue des Lavoirs, Les Ormeaux",
                "Partir à 13 h 45 ; lunettes de lecture dans la voiture ; parler face à elle",
                named("Marguerite Delaunay"),
                outside=True,
                travel_minutes=15,
            ),
            PackMeeting(
                at(16, 30),
                at(17, 30),
                "Yanis Haddad",
                "Haddad",
                "Création d’entreprise",
                "Bureau 2",
                "Contact de la chambre de métiers",
                named("Yanis Haddad"),
            ),
        ),
        alerts=("Camille et Julien Fournier : trois pièces ne sont pas au dossier.",),
        follow_ups=(
            "Paul et Inès Marchetti : compte rendu, avant midi",
            "Hugo Lambert : envoyer le comparatif promis mardi",
            "Sandrine Picard : rappeler pour la date de fin de prêt",
            "Claudine Faure : mot de remerciement",
            "Mathieu Noël : carte du courtier en assurance",
        ),
        evening=("Carte pour Léa Bertin postée",),
        calls=("Odile Vasseur, 04 65 71 20 17 : elle attend une réponse.",),
        call_hours="de 10 h à 13 h et de 14 h à 20 h",
        outside=(
            OutsideVisit(
                "14 h 00 · Marguerite Delaunay · à domicile, 3 rue des Lavoirs, Les Ormeaux",
                "téléphone 04 65 71 20 44 · partir à 13 h 45 · 15 min de trajet, aller comme retour",
            ),
        ),
        next_day="vendredi 24 avril 2026",
        next_meetings=("10 h 00 · Karim Benslimane · Bureau 2",),
    )


def named(names: str) -> SheetData:
    return replace(fournier(), names=names)


def invitation(**changed: Any) -> LetterData:
    start = datetime(2026, 5, 21, 18, 30)  # noqa: DTZ001 wall time
    box = DateBox(
        "jeudi 21 mai 2026 de 18 h 30 à 20 h 00",
        ("Agence de Villeneuve, 8 place du Marché", "avec Anne-Lise Garnier, notaire"),
        start,
        start.replace(hour=20),
        "dans votre agenda",
        "accès de plain-pied sur demande",
    )
    return letter(
        title="Invitation : Premier achat, jeudi 21 mai 2026",
        subject="Invitation : Premier achat, jeudi 21 mai 2026",
        parts=(Prose("Nous organisons une rencontre."), box, Prose("Rien ne sera vendu.")),
        closing="Au plaisir de vous accueillir,",
        by_hand=False,
        **changed,
    )


def letter(**changed: Any) -> LetterData:
    start = datetime(2026, 4, 30, 16, 0)  # noqa: DTZ001 wall time
    box = DateBox(
        "jeudi 30 avril 2026 à 16 h 00",
        ("à l’agence de Villeneuve", "comptez une heure environ"),
        start,
        start.replace(hour=17),
        "dans votre agenda",
        "entrée de plain-pied",
    )
    topics = Listed("Nous parlerons de", ("votre projet", "vos réserves"))
    bring = Listed("Utile à apporter", ("votre relevé de carrière",), tick=True)
    data = LetterData(
        language=Language.FR,
        title="Et si nous faisions connaissance ?",
        letterhead=("Agence de Villeneuve", "8 place du Marché", "35990 Villeneuve-sur-Aure"),
        sender=("Claire Morvan", "votre interlocuteur", "claire.morvan@banque.example"),
        address=("Monsieur et Madame Lemoine", "5 chemin des Saules", "35991 Saint-Aubin"),
        place_and_date="Villeneuve-sur-Aure, le 23 avril 2026",
        subject="Et si nous faisions connaissance ?",
        greeting="Madame, Monsieur,",
        parts=(Prose("Je vous propose de vous recevoir :"), box, (topics, bring)),
        closing="Au plaisir de vous rencontrer,",
        signatures=("Claire Morvan",),
        footer="Pour ne plus recevoir de proposition, dites-le à votre agence.",
        by_hand=True,
        large=False,
    )
    return replace(data, **changed)
