using System.Collections.Immutable;
using System.Text.Json.Serialization;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Chat.Messages;

/// <summary>
/// Text of an outgoing message. Written as an interpolated string: a <see cref="Person"/> in it becomes a mention, a
/// <see cref="Department"/> its name, a <see cref="ChatText"/> is spliced in, anything else is plain text.
/// </summary>
public sealed record ChatText(ImmutableArray<ChatSpan> Spans)
{
    /// <summary>No text.</summary>
    public static readonly ChatText Empty = new([]);

    /// <summary>True when there is nothing to show.</summary>
    public bool IsEmpty => Spans.IsEmpty;

    /// <summary>Makes text from an interpolated string.</summary>
    public static ChatText Of(ChatTextHandler text) => text.ToText();

    /// <summary>Makes plain text.</summary>
    public static ChatText Of(string text) => new([new ChatSpan.Plain(text)]);

    /// <summary>Makes bold text.</summary>
    public static ChatText Bold(string text) => new([new ChatSpan.Bold(text)]);

    /// <summary>Joins texts as an English list: "Ana, Raj and Sue".</summary>
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

    /// <summary>Joins people and departments as an English list.</summary>
    public static ChatText List(IEnumerable<Person> people, IEnumerable<Department>? departments = null) =>
        List([.. people.Select(person => Of($"{person}")), .. (departments ?? []).Select(department => Of($"{department}"))]);

    /// <summary>Returns the text without formatting, for notifications and screen readers.</summary>
    public string ToPlainText() => string.Concat(Spans.Select(span => span switch
    {
        ChatSpan.Plain plain => plain.Text,
        ChatSpan.Bold bold => bold.Text,
        ChatSpan.PersonRef person => person.Name,
        ChatSpan.DepartmentRef department => department.Name,
        ChatSpan.Link link => link.Label,
        _ => throw new InvalidOperationException($"No plain text for {span.GetType().Name}."),
    }));
}

/// <summary>A run of text in an outgoing message. It is data: a platform escapes it and never interprets markup in it.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Plain), "text")]
[JsonDerivedType(typeof(Bold), "bold")]
[JsonDerivedType(typeof(PersonRef), "person")]
[JsonDerivedType(typeof(DepartmentRef), "department")]
[JsonDerivedType(typeof(Link), "link")]
public abstract record ChatSpan
{
    private ChatSpan()
    {
    }

    /// <summary>Plain text. Line breaks are kept.</summary>
    public sealed record Plain(string Text) : ChatSpan;

    /// <summary>Bold text.</summary>
    public sealed record Bold(string Text) : ChatSpan;

    /// <summary>A person: a mention where the platform knows them, otherwise their name.</summary>
    public sealed record PersonRef(Guid Id, string Name) : ChatSpan;

    /// <summary>A department's name. It is never a mention, so that a message doesn't notify a whole team.</summary>
    public sealed record DepartmentRef(Guid Id, string Name) : ChatSpan;

    /// <summary>A link with a label.</summary>
    public sealed record Link(string Url, string Label) : ChatSpan;
}
