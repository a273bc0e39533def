<%
    written = revising.body(upgrades) if upgrades else "pass"
    back = revising.body(downgrades) if downgrades else "pass"
    lost = revising.lost.get(up_revision, []) if upgrades else []
    said = written + back if upgrades else "sa. columns. steps."
    parts = [name for name in ("steps", "types as columns") if f"{name.split()[-1]}." in said]
%>\
"""${message}.
% if lost:

Destructive: it removes what DESTRUCTIVE names. The way back makes that anew, but empty.
% endif
"""

% if "sa." in said:
import sqlalchemy as sa
% endif
from alembic import op
% if parts:

% for part in parts:
from shop.generated.persistence import ${part}
% endfor
% endif

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = ${repr(branch_labels)}
depends_on = ${repr(depends_on)}
% if lost:

DESTRUCTIVE = ${repr(lost)}
% endif


def upgrade() -> None:
    """Go forward."""
    ${written}


def downgrade() -> None:
    """Go back."""
    ${back}
