using System.Collections.Immutable;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Routing;

namespace RelateBot.Bot.Playground.Api;

/// <summary>Submits a form.</summary>
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

    /// <summary>The request.</summary>
    /// <param name="As">The account that sends it.</param>
    /// <param name="In">The conversation in which it was opened.</param>
    /// <param name="Form">The form's name.</param>
    /// <param name="State">The form's state.</param>
    /// <param name="Answers">Answers by field.</param>
    /// <param name="Key">A key created by the page for this submission.</param>
    internal sealed record Filled(string As, string In, string Form, string State, Dictionary<string, string[]> Answers, Guid Key);
}
