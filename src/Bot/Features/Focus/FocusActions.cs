using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Domain.Focus;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Security;

namespace RelateBot.Bot.Features.Focus;

/// <summary>
/// Handles the buttons and the form of a focus list. People can only change their own list, whatever a button's value says.
/// </summary>
public sealed class FocusActions(
    FocusViewReader viewReader,
    IFocusStore focus,
    FocusListEditor editor,
    IAccountStore accounts,
    NoteProtector noteProtector,
    TimeProvider clock)
{
    /// <summary>Handles a tap.</summary>
    public async Task<ChatReply> HandleAsync(ChatContext context, ChatInput.Action action, CancellationToken cancellationToken)
    {
        switch (action.Name)
        {
            case FocusMessages.AllAction:
                return Instead(FocusMessages.All(await viewReader.OfAsync(context.Sender, cancellationToken)));
            case FocusMessages.AddAction when (await focus.GetByOwnerAsync(context.Sender.Id, cancellationToken)).Count
                >= FocusPerson.MaxPerOwner:
                return new ChatReply.Answer(FocusMessages.Refused(FocusFault.Full, context.Sender));
            case FocusMessages.AddAction:
                return new ChatReply.OpenForm(FocusForm.ToAdd());
        }

        if (FocusButtonValue.Read(action.Value) is not { } tap
            || await viewReader.FindAsync(context.Sender, tap.Id, cancellationToken) is not { } view)
        {
            return Instead(FocusMessages.Gone());
        }

        if (action.Name == FocusMessages.EditAction)
        {
            return new ChatReply.OpenForm(FocusForm.ToEdit(
                view,
                view.Entry.Note is { } note ? noteProtector.TryUnprotect(view.Entry.Id, note) : null));
        }

        var changed = await ChangeAsync(context.Sender, view, action.Name, tap.Turn, cancellationToken);
        return tap.IsAtHome ? new ChatReply.Nothing() : Instead(changed);
    }

    /// <summary>Handles the submitted form. If there are errors, they're shown on the fields and nothing is changed.</summary>
    public async Task<ChatReply> HandleAsync(ChatContext context, ChatInput.Form form, CancellationToken cancellationToken)
    {
        var note = form.One(FocusForm.NoteField).Trim();
        if (note.Length > FocusPerson.LongestNote)
        {
            return new ChatReply.FormErrors(FocusMessages.FormErrors(FocusForm.NoteField, FocusMessages.NoteTooLong()));
        }

        var cadence = Enum.TryParse<Cadence>(form.One(FocusForm.CadenceField), out var chosen) && Enum.IsDefined(chosen)
            ? chosen
            : FocusListEditor.Usual;
        var isNew = form.State.Length == 0;
        FocusPerson entry;
        if (isNew)
        {
            if (form.One(FocusForm.PersonField) is not { Length: > 0 } account)
            {
                return new ChatReply.FormErrors(FocusMessages.FormErrors(FocusForm.PersonField, FocusMessages.WhoIsIt()));
            }

            var person = await accounts.GetOrAddPersonAsync(context.Workspace, account, name: null, cancellationToken);
            if (await editor.FaultAsync(context.Sender, person, cancellationToken) is { } fault)
            {
                return new ChatReply.FormErrors(FocusMessages.FormErrors(FocusForm.PersonField, FocusMessages.Sentence(fault, person)));
            }

            entry = await editor.AddAsync(context.Sender, person, cadence, cancellationToken);
        }
        else if (Guid.TryParse(form.State, out var id) && await viewReader.FindAsync(context.Sender, id, cancellationToken) is { } known)
        {
            entry = known.Entry;
        }
        else
        {
            return new ChatReply.Answer(FocusMessages.Gone());
        }

        // The form for a new person starts without a note. If the person is already in the list, an empty note doesn't delete theirs.
        entry.Change(cadence, note.Length > 0 ? noteProtector.Protect(entry.Id, note) : isNew ? entry.Note : null);
        var view = (await viewReader.FindAsync(context.Sender, entry.Id, cancellationToken))!;
        return new ChatReply.Answer(FocusMessages.Page(view, isNew ? FocusMessages.Added(view) : FocusMessages.Saved()));
    }

    private async Task<ChatMessage> ChangeAsync(Person owner, FocusView view, string action, int turn, CancellationToken cancellationToken)
    {
        switch (action)
        {
            case FocusMessages.RemoveAction:
                focus.Remove(view.Entry);
                return FocusMessages.Removed(view.Person.Name);
            case FocusMessages.TalkedAction:
                var before = view.Entry.Step;
                view.Entry.Talk(turn, clock.GetUtcNow());
                return FocusMessages.Page(await AnewAsync(), FocusMessages.Talked(view.Entry.Step > before));
            case FocusMessages.AnotherAction when view.Entry.TryTurn(turn):
                return FocusMessages.Page(await AnewAsync());
            default:
                return FocusMessages.Page(view);
        }

        async Task<FocusView> AnewAsync() => (await viewReader.FindAsync(owner, view.Entry.Id, cancellationToken))!;
    }

    private static ChatReply.Answer Instead(ChatMessage message) => new(message, ReplacesOriginal: true);
}
