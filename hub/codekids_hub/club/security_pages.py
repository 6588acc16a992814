"""``/services/club/security``: whom to tell about a hole, for whoever found one. Nobody has to log in for that."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from codekids_hub import security_contact
from codekids_hub.club import answers
from codekids_hub.club.visitors import parts_of
from codekids_hub.translation import choose_language

router = APIRouter(include_in_schema=False)


@router.get("/security")
def security(request: Request) -> Response:
    """The page, in the browser's language."""
    settings = parts_of(request).settings
    language = choose_language(request.headers.get("Accept-Language"), None, settings.language)
    return answers.public_page(
        "security.html",
        language,
        contact=settings.security_contact,
        contact_url=security_contact.contact_url(settings),
    )
