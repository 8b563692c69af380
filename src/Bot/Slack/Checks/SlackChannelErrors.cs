namespace RelateBot.Bot.Slack.Checks;

/// <summary>
/// Explains why a channel can't be posted to, and what an administrator can do. Used by the log, by <c>doctor</c> and in a message to the
/// administrators.
/// </summary>
internal static class SlackChannelErrors
{
    /// <summary>Returns null for an error that isn't about the channel. <paramref name="setting"/>: where the channel is named.</summary>
    public static string? Of(string channel, string setting, string error) => error switch
    {
        "channel_not_found" =>
            $"Slack knows no channel {channel} that I may see ({error}). Create it, or name another in {setting}. For a private one, "
                + $"invite me there and name it by its id.",
        "is_archived" => $"The channel {channel} is archived ({error}). Unarchive it, or name another in {setting}.",
        "not_in_channel" or "method_not_supported_for_channel_type" =>
            $"I'm not in the channel {channel} and can't join it on my own ({error}). Invite me with /invite @RelateBot, or name "
                + $"another in {setting}.",
        "restricted_action"
            or "restricted_action_read_only_channel"
            or "restricted_action_thread_only_channel"
            or "restricted_action_non_threadable_channel" =>
            $"Not everybody may post in the channel {channel} ({error}). Allow me to in its settings, or name another in {setting}.",
        _ => null,
    };
}
