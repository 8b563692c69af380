using System.Collections.Immutable;
using RelateBot.Bot.Chat;

namespace RelateBot.Bot.Playground.Api;

/// <summary>What the page has to do at once. Messages come to it by the events, as to everybody else's page.</summary>
/// <param name="Form">A form to open.</param>
/// <param name="Errors">What is wrong with the form that was sent, by field.</param>
internal sealed record Outcome(ChatForm? Form = null, ImmutableDictionary<string, string>? Errors = null)
{
    public static readonly Outcome Done = new();

    public static Outcome Of(ChatReply reply) => reply switch
    {
        ChatReply.OpenForm open => new Outcome(Form: open.Form),
        ChatReply.FormErrors faulty => new Outcome(Errors: faulty.Errors),
        ChatReply.Nothing => Done,
        _ => throw new InvalidOperationException($"{reply.GetType().Name} should have gone through the outbox."),
    };
}
