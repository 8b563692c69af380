using System.Collections.Immutable;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Routing;

namespace RelateBot.Bot.Playground.Api;

/// <summary>Somebody sends a form that was opened for them.</summary>
internal static class FormEndpoint
{
    public static async Task<PageResult> HandleAsync(
        Filled filled,
        VisitorResolver visitors,
        RequestPipeline pipeline,
        CancellationToken cancellationToken)
    {
        var visitor = await visitors.EnterAsync(filled.As, cancellationToken);
        var answers = filled.Answers.ToImmutableDictionary(
            answer => answer.Key,
            answer => answer.Value.ToImmutableArray(),
            StringComparer.Ordinal);
        var reply = await pipeline.HandleAsync(
            visitor.ToChatRequest(
                new ChatInput.Form(filled.Form, filled.State, answers),
                filled.Key,
                new ReplyAddress(visitors.Conversation(visitor, filled.In), visitor.Account)),
            cancellationToken);
        return PageResult.Of(reply);
    }

    /// <summary>What the page sends.</summary>
    /// <param name="As">Who sends it.</param>
    /// <param name="In">Where it was opened.</param>
    /// <param name="Form">Which form.</param>
    /// <param name="State">What the form had to remember.</param>
    /// <param name="Answers">Answers by field.</param>
    /// <param name="Key">Made by the page, once for one sending.</param>
    internal sealed record Filled(string As, string In, string Form, string State, Dictionary<string, string[]> Answers, Guid Key);
}
