namespace RelateBot.Bot.Slack.Checks;

/// <summary>Explains why a channel can't be posted to, and what an administrator can do. Used by the log and by <c>doctor</c>.</summary>
internal static class SlackChannelErrors
{
    /// <summary>Returns null for an error that isn't about the channel.</summary>
    public static string? Of(string channel, string error) => error switch
    {
        "channel_not_found" =>
            $"Slack knows no channel {channel} that I may see ({error}). Make it, name another in Organisation:KudosChannel or, for a "
                + $"private one, invite me there and name it by its id.",
        "is_archived" => $"The channel {channel} is archived ({error}). Unarchive it or name another in Organisation:KudosChannel.",
        "not_in_channel" or "method_not_supported_for_channel_type" =>
            $"I am not in the channel {channel} and cannot join it by myself ({error}). Invite me with /invite @RelateBot.",
        "restricted_action"
            or "restricted_action_read_only_channel"
            or "restricted_action_thread_only_channel"
            or "restricted_action_non_threadable_channel" =>
            $"Not everybody may post in the channel {channel} ({error}). Allow me to in its settings, or name another in "
                + $"Organisation:KudosChannel.",
        _ => null,
    };
}
