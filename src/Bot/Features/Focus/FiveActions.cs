using RelateBot.Bot.Chat;
using RelateBot.Domain.Focus;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Security;

namespace RelateBot.Bot.Features.Focus;

/// <summary>The buttons under somebody's five, and the form that comes back. What is not the tapper's own is gone, whatever the button says.</summary>
public sealed class FiveActions(FiveViews views, IFocusFive five, FocusBook book, IAccounts accounts, NoteVault vault, TimeProvider clock)
{
    /// <summary>A tap.</summary>
    public async Task<ChatReply> HandleAsync(ChatContext context, ChatInput.Action action, CancellationToken cancellationToken)
    {
        switch (action.Name)
        {
            case FiveMessages.AllAction:
                return Instead(FiveMessages.All(await views.OfAsync(context.Sender, cancellationToken)));
            case FiveMessages.AddAction when (await five.OfAsync(context.Sender.Id, cancellationToken)).Count >= FocusPerson.Most:
                return new ChatReply.Answer(FiveMessages.Refused(FocusFault.Full, context.Sender));
            case FiveMessages.AddAction:
                return new ChatReply.OpenForm(FiveForm.ToAdd());
        }

        if (FiveTap.Read(action.Value) is not { } tap || await views.FindAsync(context.Sender, tap.Id, cancellationToken) is not { } view)
        {
            return Instead(FiveMessages.Gone());
        }

        if (action.Name == FiveMessages.EditAction)
        {
            return new ChatReply.OpenForm(FiveForm.ToEdit(view, view.Entry.Note is { } note ? vault.TryOpen(view.Entry.Id, note) : null));
        }

        var changed = await ChangeAsync(context.Sender, view, action.Name, tap.Turn, cancellationToken);
        return tap.IsAtHome ? new ChatReply.Nothing() : Instead(changed);
    }

    /// <summary>The form came back; faults are shown on its inputs, and then nothing changes.</summary>
    public async Task<ChatReply> HandleAsync(ChatContext context, ChatInput.Form form, CancellationToken cancellationToken)
    {
        var note = form.One(FiveForm.NoteField).Trim();
        if (note.Length > FocusPerson.LongestNote)
        {
            return new ChatReply.FormErrors(FiveMessages.FormErrors(FiveForm.NoteField, FiveMessages.NoteTooLong()));
        }

        var cadence = Enum.TryParse<Cadence>(form.One(FiveForm.CadenceField), out var chosen) && Enum.IsDefined(chosen) ? chosen : FocusBook.Usual;
        var isNew = form.State.Length == 0;
        FocusPerson entry;
        if (isNew)
        {
            if (form.One(FiveForm.PersonField) is not { Length: > 0 } account)
            {
                return new ChatReply.FormErrors(FiveMessages.FormErrors(FiveForm.PersonField, FiveMessages.WhoIsIt()));
            }

            var person = await accounts.PersonAsync(context.Workspace, account, name: null, cancellationToken);
            if (await book.FaultAsync(context.Sender, person, cancellationToken) is { } fault)
            {
                return new ChatReply.FormErrors(FiveMessages.FormErrors(FiveForm.PersonField, FiveMessages.Sentence(fault, person)));
            }

            entry = await book.AddAsync(context.Sender, person, cadence, cancellationToken);
        }
        else if (Guid.TryParse(form.State, out var id) && await views.FindAsync(context.Sender, id, cancellationToken) is { } known)
        {
            entry = known.Entry;
        }
        else
        {
            return new ChatReply.Answer(FiveMessages.Gone());
        }

        // An empty form about somebody who is in it already does not take their note away.
        entry.Change(cadence, note.Length > 0 ? vault.Seal(entry.Id, note) : isNew ? entry.Note : null);
        var view = (await views.FindAsync(context.Sender, entry.Id, cancellationToken))!;
        return new ChatReply.Answer(FiveMessages.Page(view, isNew ? FiveMessages.Added(view) : FiveMessages.Saved()));
    }

    private async Task<ChatMessage> ChangeAsync(Person owner, FiveView view, string action, int turn, CancellationToken cancellationToken)
    {
        switch (action)
        {
            case FiveMessages.RemoveAction:
                five.Remove(view.Entry);
                return FiveMessages.Removed(view.Person.Name);
            case FiveMessages.TalkedAction:
                var before = view.Entry.Step;
                view.Entry.Talk(turn, clock.GetUtcNow());
                return FiveMessages.Page(await AnewAsync(), FiveMessages.Talked(view.Entry.Step > before));
            case FiveMessages.AnotherAction when view.Entry.TryTurn(turn):
                return FiveMessages.Page(await AnewAsync());
            default:
                return FiveMessages.Page(view);
        }

        async Task<FiveView> AnewAsync() => (await views.FindAsync(owner, view.Entry.Id, cancellationToken))!;
    }

    private static ChatReply.Answer Instead(ChatMessage message) => new(message, ReplacesOriginal: true);
}
