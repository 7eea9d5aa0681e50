from game.ui.widgets.editor import Editor


def typed(text, **more):
    editor = Editor(**more)
    for letter in text:
        editor.insert(letter)
    return editor


def test_letters_go_where_the_caret_is():
    editor = typed("Hask Stret")
    editor.move(-1)
    editor.insert("e")
    assert editor.text == "Hask Street"


def test_typing_replaces_what_is_selected():
    editor = typed("no")
    editor.select_all()
    editor.insert("yes")
    assert editor.text == "yes"


def test_undo_takes_back_a_word_and_redo_brings_it_again():
    editor = typed("one two")
    editor.undo()
    assert editor.text == "one "
    editor.redo()
    assert editor.text == "one two"


def test_a_field_of_one_line_takes_no_line_breaks():
    assert typed("a\nb").text == "a b"
    assert typed("a\nb", lines=True).text == "a\nb"


def test_no_more_letters_than_allowed():
    assert typed("abcdef", most=4).text == "abcd"


def test_a_word_is_deleted_backwards():
    editor = typed("ask the families")
    editor.delete(-1, word=True)
    assert editor.text == "ask the "


def test_leaving_a_selection_goes_to_its_edge():
    editor = typed("abc")
    editor.select_all()
    editor.move(-1)
    assert (editor.caret, editor.selected) == (0, "")
