"""Commands for lanes, by menu and by key: they act on the lane of the current event."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from timeline_app.layout import Lane
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.timeline.lane_hand import LaneHand


def lane_commands(hand: LaneHand, model: ProjectModel) -> Mapping[str, Callable[[], None]]:
    """What the commands for lanes do, by their ids."""

    def on_lane(deed: Callable[[Lane], None]) -> Callable[[], None]:
        def run() -> None:
            lane = hand.lane_of(model.current_event)
            if lane is None:
                model.message.emit("Choose an event first: the command is for the lane it is in")
            else:
                deed(lane)

        return run

    return {
        "timeline.lane_turn": on_lane(lambda lane: hand.turn(lane.key)),
        "timeline.lanes_turn": hand.turn_all,
        "timeline.lane_up": on_lane(lambda lane: hand.step(lane.key, -1)),
        "timeline.lane_down": on_lane(lambda lane: hand.step(lane.key, 1)),
        "timeline.lane_lower": on_lane(lambda lane: hand.grow(lane.key, -1)),
        "timeline.lane_higher": on_lane(lambda lane: hand.grow(lane.key, 1)),
        "timeline.lane_fit": on_lane(lambda lane: hand.resize(lane.key, None)),
    }
