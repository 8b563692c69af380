using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Chat.Outbox;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Reading;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Deliveries;

namespace RelateBot.Bot.Features.Thanks;

/// <summary>Handles the buttons of thanks (undo, +1, say something back) and the answers to questions about a draft.</summary>
public sealed class ThanksActions(
    ThanksCommand thanks,
    ThanksNotifier notifier,
    UndoThanksHandler undoThanks,
    SecondThanksHandler secondThanks,
    ActReader actReader,
    IPeopleDirectory directory,
    Drafts drafts,
    OutboxWriter outboxWriter,
    OutboxStore outbox)
{
    /// <summary>Handles a tap.</summary>
    public Task<ChatReply> HandleAsync(ChatContext context, ChatInput.Action action, CancellationToken cancellationToken) =>
        action.Name switch
        {
            ThanksMessages.UndoAction => UndoAsync(context, ToId(action.Value), cancellationToken),
            ThanksMessages.SecondAction => SecondAsync(context, ToId(action.Value), cancellationToken),
            ThanksMessages.SayBackAction => AskForWordsAsync(context, ToId(action.Value), cancellationToken),
            ThanksMessages.ChooseAction => ChooseAsync(context, action.Value, cancellationToken),
            ThanksMessages.OthersAction => ThankOthersAsync(context, ToId(action.Value), cancellationToken),
            ThanksMessages.FormAction =>
                thanks.OpenFormAsync(
                    action.Value == nameof(ExchangeKind.Kudos) ? ExchangeKind.Kudos : ExchangeKind.Thanks,
                    cancellationToken),
            _ => Answer(ThanksMessages.Outdated()),
        };

    /// <summary>Handles the +1 of an emoji. It gets no answer, and it's ignored when it isn't possible.</summary>
    public async Task<ChatReply> HandleAsync(ChatContext context, ChatInput.Approval approval, CancellationToken cancellationToken)
    {
        await SecondAsync(context, approval.ActId, cancellationToken);
        return new ChatReply.Nothing();
    }

    /// <summary>Handles the form that says something back to the giver.</summary>
    public async Task<ChatReply> HandleAsync(ChatContext context, ChatInput.Form form, CancellationToken cancellationToken)
    {
        var words = form.One(ThanksForm.NoteField).Trim();
        if (words.Length is 0 or > ThanksLimits.Note)
        {
            return new ChatReply.FormErrors(ThanksMessages.SayBackErrors(words.Length));
        }

        if (await FindReceivedAsync(context, ToId(form.State), cancellationToken) is not { } act)
        {
            return new ChatReply.Answer(ThanksMessages.Gone());
        }

        await outboxWriter.ToPeopleAsync(
            context.Workspace,
            [act.Giver],
            ThanksMessages.SaidBack(act, context.Sender, words),
            "thanks.saidback",
            act.Id,
            cancellationToken);
        return new ChatReply.Answer(ThanksMessages.PassedOn(act));
    }

    private async Task<ChatReply> UndoAsync(ChatContext context, Guid actId, CancellationToken cancellationToken)
    {
        var result = await undoThanks.HandleAsync(new UndoThanks(actId, context.Sender.Id), cancellationToken);
        if (result is UndoThanksResult.Undone)
        {
            await notifier.RetractAsync(actId, cancellationToken);
        }

        return new ChatReply.Answer(ThanksMessages.Undone(result), ReplacesOriginal: result is not UndoThanksResult.NotYours);
    }

    private async Task<ChatReply> SecondAsync(ChatContext context, Guid actId, CancellationToken cancellationToken)
    {
        var result = await secondThanks.HandleAsync(new SecondThanks(actId, context.Sender.Id), cancellationToken);
        if (result is not SecondThanksResult.Seconded seconded)
        {
            return new ChatReply.Answer(ThanksMessages.NotSeconded(result));
        }

        var people = await directory.GetPeopleAsync(seconded.SeconderIds, cancellationToken);
        IReadOnlyList<Person> seconders = [.. seconded.SeconderIds.Select(id => people.First(person => person.Id == id))];
        foreach (var post in await outbox.PostsOfActAsync(actId, cancellationToken))
        {
            if (post.Purpose == ThanksNotifier.Posted)
            {
                outboxWriter.Replace(post, ThanksMessages.Posted(seconded.Act, seconders));
            }
            else if (post.Purpose == ThanksNotifier.Received)
            {
                var named = seconded.Act.People.Any(person => person.Id == post.PersonId);
                outboxWriter.Replace(
                    post,
                    named ? ThanksMessages.Received(seconded.Act, seconders) : ThanksMessages.ReceivedAsTeam(seconded.Act, seconders));
            }
        }

        return new ChatReply.Nothing();
    }

    private async Task<ChatReply> AskForWordsAsync(ChatContext context, Guid actId, CancellationToken cancellationToken) =>
        await FindReceivedAsync(context, actId, cancellationToken) is { } act
            ? new ChatReply.OpenForm(ThanksForm.ToSayBack(act))
            : new ChatReply.Answer(ThanksMessages.Gone());

    private async Task<ChatReply> ChooseAsync(ChatContext context, string value, CancellationToken cancellationToken) =>
        await drafts.ChooseAsync(value, context.Sender, cancellationToken) is { } clearer
            ? Replacing(await thanks.HandleAsync(context, clearer, othersOnly: false, cancellationToken))
            : await Answer(ThanksMessages.Outdated());

    private async Task<ChatReply> ThankOthersAsync(ChatContext context, Guid draftId, CancellationToken cancellationToken) =>
        await drafts.TakeAsync(draftId, context.Sender, cancellationToken) is { } draft
            ? Replacing(await thanks.HandleAsync(context, draft, othersOnly: true, cancellationToken))
            : await Answer(ThanksMessages.Outdated());

    private async Task<Act?> FindReceivedAsync(ChatContext context, Guid actId, CancellationToken cancellationToken) =>
        await actReader.FindAsync(actId, cancellationToken) is { IsTakenBack: false } act && act.WasReceivedBy(context.Sender.Id)
            ? act
            : null;

    private static Task<ChatReply> Answer(ChatMessage message) => Task.FromResult<ChatReply>(new ChatReply.Answer(message));

    private static ChatReply Replacing(ChatReply reply) =>
        reply is ChatReply.Answer answer ? answer with { ReplacesOriginal = true } : reply;

    // An invalid id finds nothing.
    private static Guid ToId(string value) => Guid.TryParse(value, out var id) ? id : Guid.Empty;
}
