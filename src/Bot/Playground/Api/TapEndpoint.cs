using System.Text.Json;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Routing;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Bot.Playground.Api;

/// <summary>Handles a tap on a button of a visible message.</summary>
internal static class TapEndpoint
{
    public static async Task<PageResult> HandleAsync(
        Tap tap,
        VisitorResolver visitors,
        PlaygroundMessageStore messages,
        RequestPipeline pipeline,
        CancellationToken cancellationToken)
    {
        var visitor = await visitors.EnterAsync(tap.As, cancellationToken);
        var message = await messages.FindAsync(visitor.Workspace.OrganisationId, tap.Message, cancellationToken);
        if (message is null || !message.IsVisibleTo(visitor.Account) || !HasButton(message, tap))
        {
            throw new PlaygroundException(
                StatusCodes.Status404NotFound,
                "That message has changed in the meantime, and the button is gone.");
        }

        var reply = await pipeline.HandleAsync(
            visitor.ToChatRequest(
                new ChatInput.Action(tap.Action, tap.Value),
                tap.Key,
                new ReplyAddress(message.Conversation, visitor.Account, message.Id)), cancellationToken);
        return PageResult.Of(reply);
    }

    private static bool HasButton(PlaygroundMessage message, Tap tap) =>
        JsonSerializer.Deserialize(message.Content, ChatJson.Readable.ChatMessage)!.Blocks.OfType<ChatBlock.Buttons>()
            .SelectMany(row => row.Items).Any(button => button.Action == tap.Action && button.Value == tap.Value);

    /// <summary>The request.</summary>
    /// <param name="As">The account that taps.</param>
    /// <param name="Message">The message with the button.</param>
    /// <param name="Action">The button's action.</param>
    /// <param name="Value">The button's value.</param>
    /// <param name="Key">A key created by the page for this tap.</param>
    internal sealed record Tap(string As, Guid Message, string Action, string Value, Guid Key);
}
