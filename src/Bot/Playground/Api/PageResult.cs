using System.Collections.Immutable;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Chat.Requests;

namespace RelateBot.Bot.Playground.Api;

/// <summary>The immediate result of an action. Messages arrive through the events, as on every other page.</summary>
/// <param name="Form">A form to open.</param>
/// <param name="Errors">The errors of the submitted form, by field.</param>
internal sealed record PageResult(ChatForm? Form = null, ImmutableDictionary<string, string>? Errors = null)
{
    public static readonly PageResult Done = new();

    public static PageResult Of(ChatReply reply) => reply switch
    {
        ChatReply.OpenForm open => new PageResult(Form: open.Form),
        ChatReply.FormErrors faulty => new PageResult(Errors: faulty.Errors),
        ChatReply.Nothing => Done,
        _ => throw new InvalidOperationException($"{reply.GetType().Name} should have gone through the outbox."),
    };
}
