"""Which icon stands for which life project, ritual and place."""

_PROJECTS = {
    "first_home": "key-round",
    "property_investment": "trees",
    "home_renovation": "hammer",
    "birth_adoption": "baby",
    "child_studies": "graduation-cap",
    "young_adult": "user-round",
    "couple_union": "heart",
    "separation": "arrow-right-left",
    "career_change": "arrow-right-left",
    "expatriation": "languages",
    "business_creation": "store",
    "business_transfer": "handshake",
    "large_purchase": "car",
    "inheritance_received": "gift",
    "succession_gifts": "heart",
    "retirement_planning": "sunset",
    "retiring_now": "sunset",
    "caring_parent": "hand-heart",
    "bereavement": "heart",
    "emergency_reserve": "shield",
    "idle_savings": "wallet",
    "contract_anniversary": "calendar-check",
    "loan_end": "house",
    "hard_times": "hand-heart",
    "get_acquainted": "handshake",
    "annual_review": "coffee",
}
# Each ritual's icon, then the tokens of its ground and ink.
_RITUALS = {
    "branch_meeting": ("calendar-check", "accent_tint", "accent_text"),
    "home_visit": ("house", "accent_tint", "accent_text"),
    "workplace_visit": ("store", "accent_tint", "accent_text"),
    "joint_intro": ("users", "accent_tint", "accent_text"),
    "phone_meeting": ("phone", "digital_tint", "digital_text"),
    "courtesy_call": ("phone", "digital_tint", "digital_text"),
    "video_meeting": ("monitor", "digital_tint", "digital_text"),
    "handwritten_card": ("mail", "project_tint", "project_text"),
    "condolence_letter": ("mail", "project_tint", "project_text"),
    "small_gift": ("gift", "project_tint", "project_text"),
    "event_invitation": ("ticket", "sunken", "text2"),
    "branch_greeting": ("door-open", "sunken", "text2"),
}
_PLACES = {
    "branch": "map-pin",
    "home": "car",
    "workplace": "car",
    "phone": "phone",
    "video": "monitor",
}


def project_icon(code: str) -> str:
    """The icon of a life project; a flag for one that is not in the catalogue."""
    return _PROJECTS.get(code, "flag")


def ritual_look(code: str) -> tuple[str, str, str]:
    """Icon, ground and ink of a ritual."""
    return _RITUALS.get(code, ("calendar-check", "accent_tint", "accent_text"))


def place_icon(place: str) -> str:
    """The icon of a place."""
    return _PLACES.get(place, "map-pin")
