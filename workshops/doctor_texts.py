"""What `doctor` says: each finding with its sentence, and its remedy unless all is well."""

from __future__ import annotations

from workshops.faults import N_

SET_MIRO = N_("`koosloome login` signs you in with Miro; or set MIRO_ACCESS_TOKEN.")

DOCTOR = {
    ("python", "ok"): (N_("Python {version}"), ""),
    ("python", "missing"): (
        N_("Python {version} is too old"),
        N_("Install Python 3.11 or newer."),
    ),
    ("home", "ok"): (N_("Data folder: {path}"), ""),
    ("home", "missing"): (
        N_("The data folder {path} cannot be written"),
        N_("Set KOOSLOOME_HOME to a folder that is yours."),
    ),
    ("home_open", "warning"): (
        N_("Others on this machine can look into {path}, which holds what people wrote"),
        N_("chmod 700 {path}"),
    ),
    ("folder", "warning"): (
        N_("The folder {path} is not there or cannot be read"),
        N_("Correct KOOSLOOME_METHODS."),
    ),
    ("catalogs", "ok"): (N_("Texts in Estonian and English are ready"), ""),
    ("catalogs", "missing"): (
        N_("Texts are not compiled: {rooms}"),
        N_("`make catalogs` compiles them; an installed package has them already."),
    ),
    ("browser", "ok"): (N_("Chromium: not needed; boards open in any browser"), ""),
    ("methods", "ok"): (N_("Methods: {count}"), ""),
    ("methods", "missing"): (
        N_("A method cannot be used: {reason}"),
        N_("`koosloome methods check FOLDER` names every fault."),
    ),
    ("faulty_method", "warning"): (
        N_("The method {method} is left out, its folder has faults: {reason}"),
        N_("`koosloome methods check {path}` names every fault."),
    ),
    ("key_given", "ok"): (N_("Key for stored tokens: KOOSLOOME_SECRET_KEY"), ""),
    ("key_given", "warning"): (
        N_("The service cannot let people sign in with Miro: it has no key"),
        N_("Set KOOSLOOME_SECRET_KEY to a long random text, the same for every process."),
    ),
    ("key_later", "ok"): (N_("Key for stored tokens: made when it is first needed"), ""),
    ("key_file", "ok"): (N_("Key for stored tokens: {path}, only you can read it"), ""),
    ("key_file", "warning"): (
        N_("Others on this machine can read the key {path} (mode {mode})"),
        N_("chmod 600 {path}"),
    ),
    ("key_file", "missing"): (
        N_("The key {path} is empty or cannot be read"),
        N_("Remove the file and sign in again; stored tokens cannot be read without their key."),
    ),
    ("database", "ok"): (N_("Database: {address}"), ""),
    ("database", "missing"): (
        N_("The database {address} does not answer: {reason}"),
        N_("Check KOOSLOOME_DATABASE_URL."),
    ),
    ("queue", "ok"): (N_("Queue of jobs: beside the database"), ""),
    ("queue_redis", "ok"): (N_("Queue of jobs: Redis answers ({address})"), ""),
    ("queue_redis", "missing"): (
        N_("The Redis of KOOSLOOME_QUEUE_URL, {address}, does not answer: {reason}"),
        N_(
            "Start it or correct KOOSLOOME_QUEUE_URL; without the variable the database carries "
            "the jobs."
        ),
    ),
    ("queue_package", "missing"): (
        N_("The queue of jobs is in Redis, and its package is missing"),
        N_("pip install {package}"),
    ),
    ("migrations", "ok"): (N_("Tables are up to date ({revision})"), ""),
    ("due", "ok"): (N_("Deleted because it was due: {count}"), ""),
    ("unfinished", "warning"): (
        N_("Unfinished boards: {count}"),
        N_("`koosloome board list` names them, `koosloome board resume` finishes one."),
    ),
    ("app", "ok"): (N_("Sign-in through Miro's page is set up"), ""),
    ("app", "warning"): (
        N_("Sign-in through Miro's page is half set up"),
        N_("Set both MIRO_CLIENT_ID and MIRO_CLIENT_SECRET, or neither."),
    ),
    ("world", "ok"): (N_("World: {world}"), ""),
    ("token", "ok"): (N_("Signed in as {name}"), ""),
    ("token", "warning"): (
        N_("No Miro account: boards are made in the sandbox"),
        SET_MIRO,
    ),
    ("token", "missing"): (N_("Not signed in with Miro: {reason}"), SET_MIRO),
    ("scopes", "ok"): (N_("The token may do: {scopes}"), ""),
    ("scopes", "warning"): (
        N_("The token may not do all that is needed; missing: {scopes}"),
        N_("Add them in the app's settings in Miro, install the app again and sign in again."),
    ),
    ("scopes_untold", "ok"): (N_("Miro does not say what the token may do"), ""),
    ("team", "ok"): (N_("Team: {team}"), ""),
    ("team", "warning"): (N_("Miro names no team"), N_("Name one with --team.")),
    ("miro", "ok"): (N_("Miro answers: {address}"), ""),
    ("miro", "warning"): (
        N_("Miro cannot be asked now: {reason}"),
        N_("Check the network; with --world sandbox everything works without it."),
    ),
    ("clock", "ok"): (N_("Clocks agree within {seconds} seconds"), ""),
    ("clock", "warning"): (
        N_("The clock of this machine differs from Miro's by {seconds} seconds"),
        N_("Set the clock of this machine."),
    ),
}
