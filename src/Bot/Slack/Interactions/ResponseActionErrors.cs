using System.Collections.Immutable;

namespace RelateBot.Bot.Slack.Interactions;

/// <summary>The modal stays open and shows what is wrong: https://docs.slack.dev/surfaces/modals#displaying_errors</summary>
public sealed record ResponseActionErrors(ImmutableDictionary<string, string> Errors)
{
    public string ResponseAction { get; } = "errors";
}
