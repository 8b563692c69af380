using RelateBot.Bot.Chat.Outbox;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Features.Thanks;
using RelateBot.Bot.Reading;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Help;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Help;

/// <summary><c>/helped</c>: reports help without an ask. The person who was helped can dispute it.</summary>
public sealed class HelpedCommand(
    SentenceParser parser,
    HelpClaimLifecycle claimLifecycle,
    IHelpClaimStore claims,
    GiveThanksHandler giveThanks,
    ThanksNotifier thanksNotifier,
    IPeopleDirectory directory,
    OutboxWriter outboxWriter)
{
    public const string Purpose = "helped.claimed";

    /// <summary>Handles the words after the command.</summary>
    public async Task<ChatReply> HandleAsync(ChatContext context, ChatInput.Command command, CancellationToken cancellationToken)
    {
        var sentence = await parser.ParseAsync(command.Text, context.Workspace, cancellationToken);
        if (sentence.Unclear is [var unclear, ..])
        {
            return new ChatReply.Answer(NameMessages.Unclear(unclear));
        }

        var named = sentence.Receivers.OfType<Receiver.Person>().Select(receiver => receiver.Id).Distinct().ToList();
        var people = named.Count == 0 ? [] : await directory.GetPeopleAsync(named, cancellationToken);
        var fault = sentence switch
        {
            _ when sentence.Receivers.OfType<Receiver.Unknown>().FirstOrDefault() is { } nobody => NameMessages.Unknown(nobody.Typed),
            _ when named.Count == 0 => HelpedMessages.NobodyNamed(),
            _ when sentence.Receivers.Length > named.Count => HelpedMessages.PeopleOnly(),
            { Note.Length: > ThanksLimits.Note } => HelpedMessages.TooLong(),
            _ when named.Count > ThanksLimits.Receivers => HelpedMessages.TooMany(),
            _ when people.FirstOrDefault(person => person.Id == context.Sender.Id) is not null => HelpedMessages.Yourself(),
            _ when people.FirstOrDefault(person => person.Kind is PersonKind.Bot || !person.IsActive) is { } gone =>
                HelpedMessages.CannotAnswer(gone),
            _ => null,
        };
        if (fault is not null)
        {
            return new ChatReply.Answer(fault);
        }

        if (await claimLifecycle.ClaimAsync(context.Workspace, context.Sender, [.. people], WithoutWith(sentence.Note), cancellationToken)
            is not { } made)
        {
            return new ChatReply.Answer(HelpedMessages.TooMany());
        }

        foreach (var claim in made)
        {
            var helped = people.First(person => person.Id == claim.HelpedId);
            await outboxWriter.ToPeopleAsync(
                context.Workspace,
                [helped],
                HelpedMessages.Claimed(claim, context.Sender),
                Purpose,
                claim.Id,
                cancellationToken);
        }

        return new ChatReply.Answer(HelpedMessages.Noted([.. people]));
    }

    /// <summary>Handles <em>Thanks!</em> and <em>That wasn't me</em>.</summary>
    public async Task<ChatReply> HandleAsync(ChatContext context, ChatInput.Action action, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(action.Value, out var id) || await claims.FindAsync(id, cancellationToken) is not { } claim)
        {
            return new ChatReply.Answer(HelpedMessages.Settled());
        }

        if (action.Name == HelpedMessages.DisputeAction)
        {
            return claimLifecycle.TryDispute(claim, context.Sender)
                ? new ChatReply.Answer(HelpedMessages.Disputed(), ReplacesOriginal: true)
                : new ChatReply.Answer(HelpedMessages.Settled());
        }

        var helper = (await directory.GetPeopleAsync([claim.HelperId], cancellationToken))[0];
        if (!claimLifecycle.TryConfirm(claim, context.Sender))
        {
            return new ChatReply.Answer(HelpedMessages.Settled());
        }

        var thanks = await giveThanks.HandleAsync(
            new GiveThanks
            {
                Kind = ExchangeKind.Thanks,
                GiverId = context.Sender.Id,
                Receivers = [new Receiver.Person(helper.Id)],
                Note = claim.Text,
                Values = [],
                Visibility = Visibility.Private, Source = context.Workspace.Platform,
            },
            cancellationToken);
        if (thanks is GiveThanksResult.Given given)
        {
            await thanksNotifier.NotifyAsync(context.Workspace, given.Act, cancellationToken);
        }

        return new ChatReply.Answer(HelpedMessages.Thanked(helper), ReplacesOriginal: true);
    }

    // In "/helped @mark with his laptop", the note is "his laptop".
    private static string WithoutWith(string note) =>
        note.StartsWith("with ", StringComparison.OrdinalIgnoreCase) ? note[5..].TrimStart() : note;
}
