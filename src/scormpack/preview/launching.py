"""What a package is opened with: its address, and what the LMS tells it, by standard."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode, urlsplit

from scormpack.preview.gradebook import launched_id
from scormpack.preview.lms import Launch, Lms
from scormpack.preview.lrs import Request
from scormpack.preview.lrs.answer import VERSION
from scormpack.preview.lrs.moment import now, write_moment

LRS_PATH = "/_lms/lrs/"
_HEADERS = {"x-experience-api-version": VERSION, "content-type": "application/json"}
_CMI5 = "https://w3id.org/xapi/cmi5/context"


def content_address(launch: Launch, origin: str) -> str:
    """Return the whole address that the package's frame opens."""
    href = launch.part.href
    address = href if "://" in href else f"{origin}/content/{launch.package.digest}/{href}"
    query = _QUERIES.get(launch.package.content.standard)
    if query is None:
        return address
    path, mark, fragment = address.partition("#")
    return f"{path}{'&' if urlsplit(path).query else '?'}{urlencode(query(launch, origin))}{mark}{fragment}"


def launch_settings(lms: Lms, launch: Launch, origin: str) -> dict[str, Any]:
    """Return what the player page must know, in JSON's own kinds."""
    part, content = launch.part, launch.package.content
    return {
        "token": launch.token,
        "opening": launch.openings,
        "standard": content.standard if part.is_tracked else "none",
        "panel": launch.panel,
        "address": content_address(launch, origin),
        "title": part.title,
        "learner": {"id": launch.learner.id, "name": launch.learner.last_first},
        "elements": dict(launch.record.elements),
        "isNew": launch.attempt.sessions == 1 or not launch.record.elements,
        "mode": launch.mode,
        "credit": "credit" if launch.credit else "no-credit",
        "mastery": part.mastery,
        "launchData": part.launch_data,
        "maxTime": part.max_time,
        "timeLimitAction": part.time_limit_action,
        "completionThreshold": part.completion_threshold,
        "items": [held.id for held in content.parts],
        "item": part.id,
        "states": dict(lms.states),
    }


def basic_token(launch: Launch) -> str:
    """Return the credentials of one launch, as HTTP Basic writes them."""
    return b64encode(f"preview:{launch.token}".encode()).decode()


def _xapi_query(launch: Launch, origin: str) -> dict[str, str]:
    return {
        "endpoint": origin + LRS_PATH,
        "auth": f"Basic {basic_token(launch)}",
        "actor": json.dumps(launch.learner.agent, ensure_ascii=False),
        "registration": launch.attempt.registration,
        "activity_id": launch.part.id,
    }


def _cmi5_query(launch: Launch, origin: str) -> dict[str, str]:
    """The five parameters of cmi5 8.1."""
    return {
        "endpoint": origin + LRS_PATH,
        "fetch": f"{origin}/_lms/fetch/{launch.token}",
        "actor": json.dumps(launch.learner.account, ensure_ascii=False),
        "registration": launch.attempt.registration,
        "activityId": launched_id(launch.package.content, launch.attempt, launch.part.id),
    }


_QUERIES: dict[str, Callable[[Launch, str], dict[str, str]]] = {"xapi": _xapi_query, "cmi5": _cmi5_query}


def prepare_cmi5(lms: Lms, launch: Launch, origin: str) -> None:
    """Write what a cmi5 LMS writes before it opens a unit: launch data (10), preferences (11), `launched` (9.3.1)."""
    activity = launched_id(launch.package.content, launch.attempt, launch.part.id)
    registration, actor = launch.attempt.registration, launch.learner.account
    template: dict[str, Any] = {
        "extensions": {f"{_CMI5}/extensions/sessionid": launch.session},
        "contextActivities": {"grouping": [{"objectType": "Activity", "id": launch.part.id}]},
    }
    data: dict[str, Any] = {
        "contextTemplate": template,
        "launchMode": launch.mode.capitalize(),
        "launchMethod": launch.part.launch_method,
        "moveOn": launch.part.move_on,
        "returnURL": f"{origin}/_lms/left",
    }
    if launch.part.launch_data:
        data["launchParameters"] = launch.part.launch_data
    if launch.part.mastery is not None:
        data["masteryScore"] = launch.part.mastery
    if launch.part.entitlement_key:
        data["entitlementKey"] = {"courseStructure": launch.part.entitlement_key}
    agent = json.dumps(actor)
    state = {"activityId": activity, "agent": agent, "registration": registration, "stateId": "LMS.LaunchData"}
    _write(lms, Request("PUT", "/activities/state", state, _HEADERS, json.dumps(data).encode()))
    preferences = {"languagePreference": "en-US,en", "audioPreference": "on"}
    query = {"agent": agent, "profileId": "cmi5LearnerPreferences"}
    headers = _HEADERS | {"if-none-match": "*"}
    _write(lms, Request("PUT", "/agents/profile", query, headers, json.dumps(preferences).encode()))
    statement = {
        "actor": actor,
        "verb": {"id": "http://adlnet.gov/expapi/verbs/launched", "display": {"en": "launched"}},
        "object": {"objectType": "Activity", "id": activity},
        "timestamp": write_moment(now()),
        "context": {
            "registration": registration,
            "contextActivities": template["contextActivities"] | {"category": [{"id": f"{_CMI5}/categories/cmi5"}]},
            "extensions": template["extensions"] | {
                f"{_CMI5}/extensions/launchmode": data["launchMode"],
                f"{_CMI5}/extensions/moveon": launch.part.move_on,
                f"{_CMI5}/extensions/launchurl": content_address(launch, origin).partition("?")[0],
            },
        },
    }  # fmt: skip
    _write(lms, Request("POST", "/statements", {}, _HEADERS, json.dumps(statement).encode()))


def _write(lms: Lms, request: Request) -> None:
    lms.records.answer(request)
