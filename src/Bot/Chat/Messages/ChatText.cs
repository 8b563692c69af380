using System.Collections.Immutable;
using System.Text.Json.Serialization;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Chat.Messages;

/// <summary>
/// Text of an outgoing message. Written as an interpolated string: a <see cref="Person"/> in it becomes a mention, a
/// <see cref="Department"/> its name, a <see cref="ChatText"/> is spliced in, anything else is plain text. Commands that the sentence
/// itself names look like commands.
/// </summary>
public sealed record ChatText(ImmutableArray<ChatSpan> Spans)
{
    /// <summary>Nothing at all.</summary>
    public static readonly ChatText Empty = new([]);

    /// <summary>True when there is nothing to show.</summary>
    public bool IsEmpty => Spans.IsEmpty;

    /// <summary>Makes text from an interpolated string.</summary>
    public static ChatText Of(ChatTextHandler text) => text.ToText();

    /// <summary>Makes text of one of the bot's own sentences.</summary>
    public static ChatText Of(string text) => new([.. CommandsInText.Read(text)]);

    /// <summary>Somebody's own words, as they are.</summary>
    public static ChatText Plain(string words) => new([new ChatSpan.Plain(words)]);

    /// <summary>A command with its slash, as it is typed.</summary>
    public static ChatText Command(string text) => new([new ChatSpan.Command(text)]);

    /// <summary>Words that stand out.</summary>
    public static ChatText Bold(string text) => new([new ChatSpan.Bold(text)]);

    /// <summary>Mentions in a list as English has it: "Ana, Raj and Sue".</summary>
    public static ChatText List(IEnumerable<ChatText> items)
    {
        var all = items.ToList();
        var spans = ImmutableArray.CreateBuilder<ChatSpan>();
        for (var i = 0; i < all.Count; i++)
        {
            if (i > 0)
            {
                spans.Add(new ChatSpan.Plain(i == all.Count - 1 ? " and " : ", "));
            }

            spans.AddRange(all[i].Spans);
        }

        return new ChatText(spans.ToImmutable());
    }

    /// <summary>People and departments in a list.</summary>
    public static ChatText List(IEnumerable<Person> people, IEnumerable<Department>? departments = null) =>
        List([.. people.Select(person => Of($"{person}")), .. (departments ?? []).Select(department => Of($"{department}"))]);

    /// <summary>The words alone, for notifications and screen readers.</summary>
    public string ToPlainText() => string.Concat(Spans.Select(span => span switch
    {
        ChatSpan.Plain plain => plain.Text,
        ChatSpan.Bold bold => bold.Text,
        ChatSpan.Command command => command.Text,
        ChatSpan.PersonRef person => person.Name,
        ChatSpan.DepartmentRef department => department.Name,
        ChatSpan.Link link => link.Label,
        _ => throw new InvalidOperationException($"No plain text for {span.GetType().Name}."),
    }));
}

/// <summary>A run of text in an outgoing message. Text is data: a platform escapes it and never reads markup in it.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Plain), "text")]
[JsonDerivedType(typeof(Bold), "bold")]
[JsonDerivedType(typeof(Command), "command")]
[JsonDerivedType(typeof(PersonRef), "person")]
[JsonDerivedType(typeof(DepartmentRef), "department")]
[JsonDerivedType(typeof(Link), "link")]
public abstract record ChatSpan
{
    private ChatSpan()
    {
    }

    /// <summary>Words as they are; line breaks are kept.</summary>
    public sealed record Plain(string Text) : ChatSpan;

    /// <summary>Words that stand out.</summary>
    public sealed record Bold(string Text) : ChatSpan;

    /// <summary>A command with its slash, as it is typed; a platform without slash commands shows the sentence.</summary>
    public sealed record Command(string Text) : ChatSpan;

    /// <summary>A person: a mention where the platform knows them, else the name.</summary>
    public sealed record PersonRef(Guid Id, string Name) : ChatSpan;

    /// <summary>A department, by name; never a mention, so that nobody's whole team is paged.</summary>
    public sealed record DepartmentRef(Guid Id, string Name) : ChatSpan;

    /// <summary>A web address behind words.</summary>
    public sealed record Link(string Url, string Label) : ChatSpan;
}
