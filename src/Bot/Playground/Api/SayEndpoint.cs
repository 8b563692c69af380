using System.Text.Json;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Routing;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Bot.Playground.Api;

/// <summary>
/// Handles what a visitor writes: a command (<c>/thanks …</c>), text to RelateBot (in direct messages, or after <c>@RelateBot</c> in a
/// channel), or a message to a channel. Commands aren't shown in a channel, as on other platforms.
/// </summary>
internal static class SayEndpoint
{
    private const int Longest = 12_000;
    private const string ToBot = "@" + PlaygroundPlatform.BotAccount;

    public static async Task<PageResult> HandleAsync(
        Words words,
        VisitorResolver visitors,
        PlaygroundMessageStore messages,
        RequestPipeline pipeline,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var visitor = await visitors.EnterAsync(words.As, cancellationToken);
        var conversation = visitors.Conversation(visitor, words.In);
        var text = words.Text.Trim();
        switch (text.Length)
        {
            case 0:
                throw new PlaygroundException(StatusCodes.Status400BadRequest, "There is nothing to send yet.");
            case > Longest:
                throw new PlaygroundException(
                    StatusCodes.Status400BadRequest,
                    "That is too long for one message here. Please send it in parts.");
        }

        var isDirect = conversation == visitor.DirectMessages;
        var input = Read(text, isDirect);
        if (isDirect || input is not ChatInput.Command)
        {
            await messages.PutAsync(
                new PlaygroundMessage
                {
                    Id = words.Key,
                    OrganisationId = visitor.Workspace.OrganisationId,
                    Conversation = conversation,
                    Author = visitor.Account,
                    Content = JsonSerializer.Serialize(
                        PersonMessageRenderer.Draw(text,
                            await visitors.AmongAsync(PersonMessageRenderer.Accounts(text), cancellationToken)),
                        ChatJson.Readable.ChatMessage),
                    CreatedAt = clock.GetUtcNow(),
                },
                cancellationToken);
        }

        return input is null
            ? PageResult.Done
            : PageResult.Of(
                await pipeline.HandleAsync(
                    visitor.ToChatRequest(input, words.Key, new ReplyAddress(conversation, visitor.Account)),
                    cancellationToken));
    }

    /// <summary>Returns the request to RelateBot, or null when the text isn't addressed to it.</summary>
    private static ChatInput? Read(string text, bool isDirect)
    {
        if (text is ['/', var first, ..] && char.IsLetter(first))
        {
            var end = text.IndexOfAny([' ', '\n', '\t']);
            return end < 0
                ? new ChatInput.Command(text[1..].ToLowerInvariant(), IncomingText.Of(""))
                : new ChatInput.Command(text[1..end].ToLowerInvariant(), IncomingText.Of(text[end..].TrimStart()));
        }

        var isAddressed = text.StartsWith(ToBot, StringComparison.OrdinalIgnoreCase)
            && (text.Length == ToBot.Length || !char.IsLetterOrDigit(text[ToBot.Length]));
        return isAddressed ? new ChatInput.Message(IncomingText.Of(text[ToBot.Length..].TrimStart(' ', ',', ':', '\n')))
            : isDirect ? new ChatInput.Message(IncomingText.Of(text))
            : null;
    }

    /// <summary>The request.</summary>
    /// <param name="As">The account that writes.</param>
    /// <param name="In">The conversation.</param>
    /// <param name="Text">The text.</param>
    /// <param name="Key">A key created by the page, which stays the same when the text is sent again.</param>
    internal sealed record Words(string As, string In, string Text, Guid Key);
}
