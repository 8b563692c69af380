using System.Collections.Immutable;
using RelateBot.Bot.Slack.Sending;

namespace RelateBot.Bot.Slack.Interactions;

/// <summary>Maps errors to the answer that keeps a submitted modal open.</summary>
internal static class SubmissionErrors
{
    /// <summary>Slack shows errors only on blocks of the modal. The error of any other field is shown on the first block.</summary>
    public static SlackEndpointResult Of(SubmittedView view, ImmutableDictionary<string, string> errors)
    {
        var blocks = view.ReadAnswers().Keys.ToList();
        var shown = errors
            .GroupBy(
                error => blocks.Contains(error.Key, StringComparer.Ordinal) || blocks.Count == 0 ? error.Key : blocks[0],
                StringComparer.Ordinal)
            .ToImmutableDictionary(
                group => group.Key,
                group => string.Join(' ', group.Select(error => error.Value)),
                StringComparer.Ordinal);
        return SlackEndpointResult.Of(new ResponseActionErrors(shown), SlackJson.Wire.ResponseActionErrors);
    }
}
