using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Reading;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Introductions;

namespace RelateBot.Bot.Features.Introductions;

/// <summary><c>/relate intro @ana because …</c>, and <c>/relate intro off</c> to opt out.</summary>
public sealed class IntroCommand(
    SentenceParser parser,
    AskForIntroductionHandler askForIntroduction,
    IntroductionLifecycle lifecycle,
    IntroductionNotifier notifier)
{
    private const string Because = "because";

    public async Task<ChatReply> HandleAsync(ChatContext context, ChatInput.Command command, CancellationToken cancellationToken)
    {
        if (command.Text.IsBlank)
        {
            return new ChatReply.Answer(IntroductionMessages.WhomToMeet(context.Sender.TakesIntroductions));
        }

        if (command.Text.Spans is [IncomingSpan.Words { Text: var words }]
            && words.Trim().ToLowerInvariant() is var word and ("on" or "off"))
        {
            context.Sender.TakesIntroductions = word == "on";
            return new ChatReply.Answer(IntroductionMessages.TakesPart(context.Sender.TakesIntroductions));
        }

        var sentence = await parser.ParseAsync(command.Text, context.Workspace, cancellationToken);
        if (sentence.Unclear is [var unclear, ..])
        {
            return new ChatReply.Answer(NameMessages.Unclear(unclear));
        }

        return sentence.Receivers switch
        {
            [Receiver.Person target] => await AskAsync(context, target.Id, sentence.Note, cancellationToken),
            [Receiver.Unknown nobody] => new ChatReply.Answer(NameMessages.Unknown(nobody.Typed)),
            _ => new ChatReply.Answer(IntroductionMessages.WhomToMeet(context.Sender.TakesIntroductions)),
        };
    }

    /// <summary>Handles the answer of a person who was asked.</summary>
    public async Task<ChatReply> HandleAsync(ChatContext context, ChatInput.Action action, CancellationToken cancellationToken)
    {
        var isYes = action.Name == IntroductionMessages.YesAction;
        if (!Guid.TryParse(action.Value, out var id) || await lifecycle.FindAsync(id, cancellationToken) is not { } asked
            || await lifecycle.AnswerAsync(asked, context.Sender, isYes, cancellationToken) is not { } details)
        {
            return new ChatReply.Answer(IntroductionMessages.Settled());
        }

        await notifier.NotifyAsync(context.Workspace, details, cancellationToken);
        return new ChatReply.Answer(
            isYes ? IntroductionMessages.YesAnswer(details) : IntroductionMessages.NoAnswer(details),
            ReplacesOriginal: true);
    }

    private async Task<ChatReply> AskAsync(ChatContext context, Guid targetId, string note, CancellationToken cancellationToken)
    {
        var reason = note.StartsWith(Because, StringComparison.OrdinalIgnoreCase) ? note[Because.Length..].Trim() : note;
        switch (await askForIntroduction.HandleAsync(
            new AskForIntroduction(context.Workspace, context.Sender, targetId, reason),
            cancellationToken))
        {
            case AskForIntroductionResult.Asked asked:
                await notifier.NotifyAsync(context.Workspace, asked.Details, cancellationToken);
                return new ChatReply.Answer(IntroductionMessages.Begun(asked.Details.Target));
            case AskForIntroductionResult.Refused refused:
                return new ChatReply.Answer(IntroductionMessages.Refused(refused.Fault, refused.Target));
            case var other:
                throw new InvalidOperationException($"No answer to {other.GetType().Name}.");
        }
    }
}
